/** What a corpus says of itself. */
export const CORPUS_FILE = "corpus.yaml";
/** How tables become records. */
export const MAPPING_FILE = "mapping.yaml";
/** What people decided on who is who. */
export const DECISIONS_FILE = "entities.yaml";
