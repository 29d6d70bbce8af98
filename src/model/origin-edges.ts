import type { Edge } from "./edge-types";

const OF_ENTITIES = "The dataset that defines it, with licence and version; others may speak of it, too.";
const OF_RECORDS = "The dataset that it came from, with licence and version.";

/** From records to the dataset that brought them, for those who have to cite it. */
export const ORIGIN_EDGES: readonly Edge[] = ["Entity", "Statement", "Report", "Document", "Claim"].map(
  (on): Edge => ({
    on,
    field: "dataset",
    shape: "one",
    gives: "Dataset",
    walk: { by: "ids", property: "dataset", label: "Dataset" },
    description: on === "Entity" ? OF_ENTITIES : OF_RECORDS,
  }),
);
