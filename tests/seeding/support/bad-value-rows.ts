import type { BadRow } from "./bad-row";
import { fileRow, reportRow, statementRow } from "./bad-row";

const T = "  text: The quay is closed";
const R = "    - in: doc-a\n      type: DIRECT";
const REPORTS = `  reports:\n${R}\n`;

/** The table "any format": what a corpus in good form can have wrong in what it says. */
export const BAD_VALUE_ROWS: readonly BadRow[] = [
  statementRow("a required field missing", "  language: en", ["1:1 REQUIRED"], { says: 'statement needs "text"' }),
  statementRow("a required field that is blank", '  text: "  "', ["2:9 REQUIRED"]),
  fileRow("a statement without reports", "statements.yaml", `s1:\n${T}\n`, ["1:1 REQUIRED"], { says: 'needs "reports"' }),
  fileRow("a statement with no report in its list", "statements.yaml", `s1:\n${T}\n  reports: []\n`, ["3:12 REQUIRED"]),
  reportRow("a report without its document", "    - type: DIRECT", ["4:7 REQUIRED"], { says: 'report needs "in"' }),
  reportRow("a report without its type", "    - in: doc-a", ["4:7 REQUIRED"], { says: 'report needs "type"' }),
  statementRow("an unknown field", `${T}\n  speakr: ann`, ["3:3 UNKNOWN_FIELD"], { says: '"speakr", did you mean "speaker"?' }),
  fileRow("a text where a list is wanted", "topics.yaml", "a:\n  name: A\n  aliases: B\n", ["3:12 TYPE"], {
    says: '"aliases" must be a list, got text',
  }),
  fileRow("a list where a text is wanted", "topics.yaml", "a:\n  name: [A]\n", ["2:9 TYPE"], { says: '"name" must be text, got a list' }),
  fileRow("a word where a number is wanted", "places.yaml", "tehran:\n  name: T\n  latitude: north\n", ["3:13 TYPE"], {
    says: "must be a number",
  }),
  statementRow("two speakers in the field of one", `${T}\n  speaker: [ann, javad-zarif]`, ["3:12 TYPE"]),
  statementRow("one slug where a list is wanted", `${T}\n  about: ann`, ["3:10 TYPE"], { says: "write [ann]" }),
  statementRow("a map where only a slug is wanted", `${T}\n  saidIn: { place: tehran }`, ["3:11 TYPE"]),
  reportRow("an unknown value of a list", "    - in: doc-a\n      type: DIRCT", ["5:13 ENUM"], {
    says: '"DIRCT" is no value of "type", did you mean "DIRECT"? (known: DIRECT, INDIRECT, MIXED)',
  }),
  statementRow("a reference to nothing", `${T}\n  speaker: javad-zari`, ["3:12 MISSING_REF"], {
    says: 'no person or organization "javad-zari", did you mean "javad-zarif"?',
  }),
  statementRow(
    "a reference whose accents stand apart",
    `${T}\n  about: [cafe\u0301, "topic:cafe\u0301"]`,
    ["3:11 MISSING_REF", "3:18 MISSING_REF"],
    {
      says: 'did you mean "café"? It looks the same: write it in Unicode form NFC',
      others: { "topics.yaml": "café:\n  name: Café\n" },
    },
  ),
  statementRow("a name where a slug is wanted", `${T}\n  speaker: Javád ZARIF`, ["3:12 MISSING_REF"], {
    says: 'no person or organization "Javád ZARIF", did you mean "javad-zarif"?',
  }),
  statementRow("a name that is no record's", `${T}\n  speaker: Ann of the Quay`, ["3:12 MISSING_REF"], {
    says: "a reference is a slug, not a name: add the record, or correct the slug",
  }),
  statementRow("a reference to the wrong kind", `${T}\n  speaker: tehran`, ["3:12 REF_KIND"], {
    says: '"tehran" is a place, "speaker" wants a person or organization',
  }),
  statementRow("a full id of the wrong kind", `${T}\n  speaker: place:tehran`, ["3:12 REF_KIND"]),
  statementRow("a slug that fits two kinds", `${T}\n  about: [georgia]`, ["3:11 AMBIGUOUS_REF"], { says: "`place:georgia`" }),
  statementRow("a full id of no kind", `${T}\n  about: [persn:ann]`, ["3:11 MISSING_REF"], { says: 'did you mean "person"?' }),
  statementRow("a full id of this corpus that is not there", `${T}\n  respondsTo: [{statement: "statement:tiny/s2", kind: DENIES}]`, [
    "3:28 MISSING_REF",
  ]),
  statementRow("a shared id with a corpus in it", `${T}\n  about: [person:tiny/ann]`, ["3:11 MISSING_REF"], {
    says: 'did you mean "person:ann"?',
  }),
  statementRow("a position that the speaker did not hold", `${T}\n  speaker: {speaker: ann, position: major}`, ["3:37 MISSING_REF"], {
    says: 'did you mean "mayor"?',
  }),
  statementRow(
    "a report that the statement does not have",
    `${T}\n  attributions: [{speaker: ann, reports: [doc-b]}]`,
    ["3:43 MISSING_REF"],
    { says: 'did you mean "doc-a"?' },
  ),
  statementRow("a response without its kind", `${T}\n  variantOf: [s1x]\n  respondsTo: [{statement: s1x}]`, [
    "3:15 MISSING_REF",
    "4:16 REQUIRED",
    "4:28 MISSING_REF",
  ]),
  reportRow("a report that rests on itself", `${R}\n      via: doc-a`, ["6:12 CYCLE"], { says: "doc-a → doc-a" }),
  reportRow(
    "reports that rest on each other in a circle",
    "    - {in: doc-a, slug: a, type: DIRECT, via: b}\n    - {in: doc-a, slug: b, type: DIRECT, via: c}\n    - {in: doc-a, slug: c, type: DIRECT, via: a}",
    ["4:47 CYCLE"],
    { says: "a → b → c → a" },
  ),
  fileRow("a place part of itself", "places.yaml", "tehran:\n  name: T\n  partOf: [tehran]\n", ["3:12 SELF"]),
  fileRow(
    "places part of each other",
    "places.yaml",
    "tehran:\n  name: T\n  partOf: [iran]\niran:\n  name: I\n  partOf: [tehran]\n",
    ["3:12 CYCLE"],
    {
      says: "tehran → iran → tehran",
    },
  ),
  statementRow("a statement that answers itself", `${T}\n  respondsTo: [{statement: s1, kind: DENIES}]`, ["3:16 SELF"]),
  statementRow("the same relation twice", `${T}\n  about: [ann, tehran, ann]`, ["3:24 DUPLICATE_RELATION"], {
    says: "stands at 3:11 already",
  }),
  statementRow("one speaker twice", `${T}\n  speaker: ann\n  attributions: [ann]`, ["4:18 DUPLICATE_RELATION"]),
  fileRow(
    "one relation twice in relations.yaml",
    "relations.yaml",
    "a:\n  from: ann\n  to: tehran\n  label: from\nb:\n  from: ann\n  to: tehran\n  label: from\n",
    ["5:1 DUPLICATE_RELATION"],
    { says: "stands at 1:1 already" },
  ),
  reportRow("two reports in one document", `${R}\n${R}`, ["6:11 DUPLICATE_KEY"], { says: 'give one of them a "slug"' }),
  fileRow("a relation without its label", "relations.yaml", "a:\n  from: ann\n  to: tehran\n", ["1:1 REQUIRED"], {
    says: 'RELATED_TO needs "label"',
  }),
  fileRow("a relation of an unknown type", "relations.yaml", "a:\n  type: PARTOF\n  from: tehran\n  to: tehran\n", ["2:9 ENUM"], {
    says: 'did you mean "PART_OF"?',
  }),
  fileRow(
    "a field that the relation does not have",
    "relations.yaml",
    "a:\n  type: PART_OF\n  from: paper\n  to: organization:georgia\n  role: x\n",
    ["5:3 UNKNOWN_FIELD"],
  ),
  fileRow("a place part of an organization", "relations.yaml", "a:\n  type: PART_OF\n  from: tehran\n  to: paper\n", ["4:7 REF_KIND"]),
  statementRow("an impossible date", `${T}\n  saidAt: 2020-02-30`, ["3:11 DATE"], { says: '"2020-02-30" is not a date (want EDTF: 2020' }),
  statementRow("another order of day and month", `${T}\n  saidAt: 03/01/2020`, ["3:11 DATE"]),
  fileRow("an end before its start", "events.yaml", "e:\n  name: E\n  startedAt: 2020-03\n  endedAt: 2020-02\n", ["4:12 ORDER"]),
  fileRow("an end elsewhere before its start", "events.yaml", "e:\n  name: E\n  startedAt: 2020-03\n  elsewhere:\n    endedAt: 2019\n", [
    "5:14 ORDER",
  ]),
  fileRow("a latitude out of range", "places.yaml", "tehran:\n  name: T\n  latitude: 95\n", ["3:13 RANGE"], { says: "-90 to 90, got 95" }),
  statementRow("a probability over 1", `${T}\n  attributions: [{speaker: ann, probability: 1.5}]`, ["3:46 RANGE"], { says: "0 to 1" }),
  statementRow("a second PREFERRED speaker", `${T}\n  speaker: ann\n  attributions: [{speaker: javad-zarif, rank: PREFERRED}]`, [
    "4:18 RANK",
  ]),
  fileRow("a URL with another scheme", "documents.yaml", "doc-a:\n  genre: NEWS\n  url: javascript:alert(1)\n", ["3:8 URL"]),
  fileRow("a URL that no index takes", "documents.yaml", `doc-a:\n  genre: NEWS\n  url: https://a.example/${"é".repeat(3992)}\n`, [
    "3:8 TOO_LONG",
  ]),
  fileRow("a URL without a scheme", "topics.yaml", "a:\n  name: A\n  sameAs: [www.example.org]\n", ["3:12 URL"]),
  statementRow("NUL in a text", '  text: "a\\u0000b"', ["2:9 CHARACTER"], { says: "NUL" }),
  statementRow("half a surrogate pair in a text", '  text: "a\\ud800"', ["2:9 CHARACTER"], { says: "surrogate" }),
  statementRow("blanks around a slug", `${T}\n  speaker: " ann "`, ["3:12 SPACE"]),
  statementRow("blanks around a date", `${T}\n  saidAt: "2020 "`, ["3:11 SPACE"]),
  statementRow("a statement of 20,001 characters", `  text: ${"x".repeat(20_001)}`, ["2:9 TOO_LONG"], {
    says: "20,001 characters, at most 20,000",
  }),
  fileRow(
    "more names than an index takes",
    "people.yaml",
    `ann:\n  name: Ann\n  aliases: [${Array.from({ length: 150 }, (_, index) => `${"a".repeat(250)}${index}`).join(", ")}]\n`,
    ["1:1 TOO_LONG"],
    {
      says: "bytes together, at most 32,000",
    },
  ),
  fileRow("a line of over 2 MB", "topics.yaml", `a:\n  name: ${"x".repeat(2_000_001)}\n`, ["2:1 TOO_LONG"]),
  fileRow("a value that stands twice, once as known from elsewhere", "places.yaml", "tehran:\n  name: T\n  elsewhere:\n    name: U\n", [
    "4:5 DUPLICATE_KEY",
  ]),
  fileRow("a Wikidata item that is none", "topics.yaml", "a:\n  name: A\n  wikidataId: banana\n", ["3:15 WIKIDATA"], {
    says: '"banana" is no Wikidata item; write Q and digits',
  }),
  fileRow("a country in words", "places.yaml", "tehran:\n  name: T\n  countryCode: ir\n", ["3:16 COUNTRY_CODE"], {
    says: "the two capitals of ISO 3166-1, such as IR",
  }),
  statementRow("a language in words", `${T}\n  language: English (US)`, ["3:13 LANGUAGE"], {
    says: '"English (US)" is no tag of a language (BCP 47); write one such as en',
  }),
  statementRow("a locale of a computer", `${T}\n  language: en_US`, ["3:13 LANGUAGE"]),
  fileRow("a hash that is none", "documents.yaml", "doc-a:\n  genre: NEWS\n  textHash: md5:1\n", ["3:13 TEXT_HASH"]),
  fileRow("a text file that is not there", "documents.yaml", "doc-a:\n  genre: NEWS\n  textFile: a.txt\n", ["3:13 MISSING_FILE"]),
  fileRow("a text file outside the corpus", "documents.yaml", "doc-a:\n  genre: NEWS\n  textFile: ../../../../../../etc/hosts\n", [
    "3:13 MISSING_FILE",
  ]),
  fileRow("five faults in five records", "statements.yaml", fiveFaults(), [
    "2:9 YAML_QUOTE",
    "7:11 DATE",
    "13:3 UNKNOWN_FIELD",
    "20:12 MISSING_REF",
    "28:13 ENUM",
  ]),
  fileRow(
    "faults of form and of value in one record",
    "statements.yaml",
    `s1:\n  text: he said: no\n  saidAt: soon\n  language: "en\n  speechAct: SAY\n${REPORTS}`,
    ["2:9 YAML_QUOTE", "3:11 DATE", "4:13 YAML_UNCLOSED", "5:14 ENUM"],
  ),
];

function fiveFaults(): string {
  return [
    `s1:\n  text: a: b\n${REPORTS}`,
    `s2:\n  saidAt: x\n${T}\n${REPORTS}`,
    `s3:\n  speakr: ann\n${T}\n${REPORTS}`,
    `s4:\n${T}\n  speaker: bob\n${REPORTS}`,
    `s5:\n${T}\n  reports:\n    - in: doc-a\n      type: X\n`,
  ].join("");
}
