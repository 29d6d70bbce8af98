/** The closed lists of the domain, with what each value means. GraphQL enums, corpus checks and docs come from here. */
export const ENUMS = {
  EntityKind: {
    PERSON: "A human being.",
    ORGANIZATION: "A state, government, company, outlet, agency or group (schema.org Organization).",
    PLACE: "Somewhere that has a location (schema.org Place).",
    EVENT: "Something that happened at a time and a place (schema.org Event).",
    WORK: "A book, film, law or other work (schema.org CreativeWork).",
    TOPIC: "A subject that statements are about.",
  },
  Rank: {
    PREFERRED: "The reading that the evidence favours; at most one a statement.",
    NORMAL: "A candidate that is neither favoured nor refuted.",
    DEPRECATED: "A candidate known to be wrong, kept because a source says so.",
  },
  Stance: {
    FAVOUR: "The statement speaks for what it is about.",
    AGAINST: "The statement speaks against what it is about.",
    NEUTRAL: "The statement takes no side.",
  },
  SpeechAct: {
    ASSERT: "States that something is so.",
    DENY: "States that something is not so.",
    PREDICT: "Says what will happen.",
    PROMISE: "Commits the speaker to do something.",
    THREATEN: "Announces harm.",
    DEMAND: "Requires somebody to act.",
    ASK: "Puts a question.",
    PRAISE: "Approves of somebody or something.",
    CONDEMN: "Disapproves of somebody or something, publicly.",
    APOLOGIZE: "Expresses regret for what the speaker did.",
    CALL_FOR: "Appeals to others to act.",
    DECLINE_TO_COMMENT: "Refuses to say anything on the matter.",
    OTHER: "None of the other acts.",
  },
  ResponseKind: {
    SUPPORTS: "Agrees with the other statement (SDQC support).",
    DENIES: "Disagrees with the other statement (SDQC deny).",
    QUERIES: "Asks for evidence or doubts (SDQC query).",
    COMMENTS: "Answers without taking a side (SDQC comment).",
    CONTRADICTS: "Both cannot be true (CiTO disputes).",
    CORRECTS: "Puts right what the other statement said (CiTO corrects).",
    RETRACTS: "Takes back what the other statement said (CiTO retracts).",
  },
  QuotationType: {
    DIRECT: "The words stand in quotation marks or are the speaker's own post (PARC direct).",
    INDIRECT: "The source reports the content in its own words (PARC indirect).",
    MIXED: "Partly in quotation marks, partly in the source's words (PARC mixed).",
  },
  SourceKind: {
    NAMED: "The source names the speaker.",
    UNNAMED: "The source refers to somebody without a name: an official, a witness.",
    COLLECTIVE: "The source names a group: Iranian leaders, residents, protesters.",
    NONE: "The source names nobody.",
  },
  SpanRole: {
    SOURCE: "The words that refer to the speaker.",
    CUE: "The verb or phrase of attribution.",
    CONTENT: "The words of the statement.",
    ADDRESSEE: "The words that refer to whom it was said to.",
    TARGET: "The words that refer to whom or what it is about.",
    PLACE: "The words that say where.",
    TIME: "The words that say when.",
  },
  Genre: {
    NEWS: "A news article (schema.org NewsArticle).",
    POST: "A post on a social platform (schema.org SocialMediaPosting).",
    SPEECH: "A speech as delivered or prepared.",
    TRANSCRIPT: "A transcript of several speakers, such as a debate.",
    INTERVIEW: "An interview, in print or on air.",
    FACT_CHECK: "A fact-check of a claim (schema.org ClaimReview).",
    RECORD: "An official or reference record: a law, minutes, a database entry.",
    OTHER: "None of the other genres.",
  },
} as const satisfies Record<string, Record<string, string>>;

export type EnumName = keyof typeof ENUMS;

/** @returns the values of an enum in their documented order. */
export function enumValues(name: EnumName): readonly string[] {
  return Object.keys(ENUMS[name]);
}
