/** An item of a link field: the id that it leads to, and whatever stands beside it. */
export interface Link {
  readonly to: string;
  readonly [detail: string]: unknown;
}

export interface PositionRecord {
  readonly id: string;
  readonly title: string;
  readonly organization: string | null;
  readonly place: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

export interface EntityRecord {
  readonly id: string;
  readonly kind: string;
  readonly dataset: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly wikidataId: string | null;
  readonly countryCode: string | null;
  readonly latitude: number | null;
  readonly startedAt: string | null;
  readonly partOf: readonly string[];
  readonly locatedIn: readonly string[];
  readonly memberOf: readonly string[];
  readonly involved: readonly Link[];
  readonly accounts: readonly string[];
  readonly positions: readonly PositionRecord[];
  /** What relations.yaml says. */
  readonly related: { to: string; label: string }[];
}

export interface DocumentRecord {
  readonly id: string;
  readonly dataset: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly genre: string;
  readonly publishedAt: string | null;
  /** An entity or an account. */
  readonly publisher: string | null;
  readonly authors: readonly string[];
}

export interface ReportRecord {
  readonly id: string;
  readonly document: string;
  readonly type: string;
  readonly text: string;
  readonly cue: string | null;
  readonly reportedAt: string | null;
  readonly sourceKind: string;
  readonly confidence: number | null;
  readonly via: string | null;
  readonly spans: readonly { readonly role: string; readonly start: number; readonly end: number }[];
}

export interface AttributionRecord {
  readonly speaker: string;
  readonly rank: string;
  readonly probability: number | null;
  readonly position: string | null;
}

export interface StatementRecord {
  readonly id: string;
  readonly dataset: string;
  readonly text: string;
  readonly language: string | null;
  readonly saidAt: string | null;
  readonly speechAct: string | null;
  readonly attributions: readonly AttributionRecord[];
  readonly about: readonly { readonly entity: string; readonly stance: string | null }[];
  readonly mentions: readonly string[];
  readonly addressedTo: readonly string[];
  readonly saidIn: string | null;
  readonly saidDuring: string | null;
  readonly respondsTo: readonly { readonly to: string; readonly kind: string; readonly assertedBy: string | null }[];
  readonly variantOf: readonly string[];
  readonly expresses: readonly string[];
  readonly reports: readonly ReportRecord[];
}

export interface ClaimRecord {
  readonly id: string;
  readonly text: string;
  readonly reviews: readonly {
    readonly id: string;
    readonly rating: string;
    readonly publisher: string | null;
    readonly publishedAt: string | null;
  }[];
}

/** The records of several corpora. */
export interface World {
  readonly entities: readonly EntityRecord[];
  readonly statements: readonly StatementRecord[];
  readonly documents: readonly DocumentRecord[];
  readonly claims: readonly ClaimRecord[];
}
