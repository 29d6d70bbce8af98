import type { CorpusFiles } from "./corpus-folder";
import { TINY } from "./corpus-folder";

const TEXT = "Mayor Ann Grey said on Monday: “The quay is closed.” 🦭 Nobody answered.";

/** A corpus in two versions: from the first to the second, records of several kinds come, change, leave, and come back. */
export const TOWN: CorpusFiles = {
  "corpus.yaml": "id: town\ntitle: The town\nversion: '1'\n",
  "people.yaml":
    "ann:\n  name: Ann Grey\n  aliases: [Ann, Änne]\n  description: Mayor.\n  positions:\n    mayor:\n      title: Mayor\n      organization: council\n      startedAt: 2019\n      documents: [article]\n  accounts:\n    ann-posts:\n      platform: twitter\n      handle: ann\nben:\n  name: Ben\n",
  "organizations.yaml": "council:\n  name: Council\n  partOf: [{organization: state, documents: [article]}]\nstate:\n  name: State\n",
  "events.yaml": "closing:\n  name: The closing\n  startedAt: 2020-01/2020-03\n  involved: [{entity: ann, role: ordered it}]\n",
  "documents.yaml": `article:\n  genre: NEWS\n  title: Quay closed\n  publishedAt: 2020-01-04\n  text: "${TEXT}"\npost:\n  genre: POST\n  publisher: ann-posts\n  publishedAt: 2020-01-03~\n`,
  "statements.yaml": `closed:
  text: The quay is closed.
  saidAt: 2020-01-03
  speaker: { speaker: ann, position: mayor }
  attributions: [{ speaker: ben, reports: [post] }]
  about: [{ entity: closing, stance: FAVOUR }]
  reports:
    - in: post
      type: DIRECT
    - in: article
      type: DIRECT
      via: post
      spans:
        content: [{ start: 32, end: 51 }]
        source: [{ start: 6, end: 14, exact: Ann Grey, denotes: ann }]

why:
  text: Why is it closed?

  respondsTo: [{ statement: closed, kind: QUERIES }]
  reports:
    - in: post
      type: INDIRECT
`,
  "relations.yaml": "friends:\n  from: ann\n  to: ben\n  label: friend of\n  startedAt: 2001\n",
};

export const TOWN_2: CorpusFiles = {
  ...TOWN,
  "corpus.yaml": "id: town\ntitle: The town\nversion: '2'\n",
  "people.yaml": (TOWN["people.yaml"] as string)
    .replace("  description: Mayor.\n", "")
    .replace("Ann Grey", "Ann Grey-Green")
    .replace("  startedAt: 2019\n", "  startedAt: 2018\n"),
  "organizations.yaml": "council:\n  name: Council\n",
  "topics.yaml": "harbours:\n  name: Harbours\n",
  "statements.yaml": (TOWN["statements.yaml"] as string).split("\nwhy:")[0]?.replace("stance: FAVOUR", "stance: AGAINST") ?? "",
  "relations.yaml": "friends:\n  from: ann\n  to: ben\n  label: friend of\n",
};

/** Another corpus, whose one statement is made by the town's Ann. */
export const OF_ANN: CorpusFiles = {
  ...TINY,
  "people.yaml": "zoe:\n  name: Zoe\n",
  "statements.yaml": String(TINY["statements.yaml"]).replace("speaker: ann", "speaker: person:ann"),
};
