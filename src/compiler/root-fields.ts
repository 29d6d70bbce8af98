/** What a root field of the API asks for. */
export type RootField =
  | { readonly by: "page"; readonly gives: string }
  | { readonly by: "id"; readonly gives: string }
  /** Any kind of thing by its id, whose first part names the kind. */
  | { readonly by: "node" }
  | { readonly by: "nodes" }
  | { readonly by: "list"; readonly gives: string }
  | { readonly by: "version" }
  | { readonly by: "counts" }
  | { readonly by: "cells" }
  | { readonly by: "rows" }
  | { readonly by: "search" }
  | { readonly by: "network" }
  | { readonly by: "paths" };

/** Every root field that the compiler knows. */
export const ROOT_FIELDS: Readonly<Record<string, RootField>> = {
  node: { by: "node" },
  nodes: { by: "nodes" },
  entity: { by: "id", gives: "Entity" },
  entities: { by: "page", gives: "Entity" },
  person: { by: "id", gives: "Person" },
  people: { by: "page", gives: "Person" },
  organization: { by: "id", gives: "Organization" },
  organizations: { by: "page", gives: "Organization" },
  place: { by: "id", gives: "Place" },
  places: { by: "page", gives: "Place" },
  event: { by: "id", gives: "Event" },
  events: { by: "page", gives: "Event" },
  statement: { by: "id", gives: "Statement" },
  statements: { by: "page", gives: "Statement" },
  document: { by: "id", gives: "Document" },
  documents: { by: "page", gives: "Document" },
  claim: { by: "id", gives: "Claim" },
  claims: { by: "page", gives: "Claim" },
  search: { by: "search" },
  statementCounts: { by: "counts" },
  whoSpokeAboutWhom: { by: "cells" },
  statementRows: { by: "rows" },
  paths: { by: "paths" },
  network: { by: "network" },
  datasets: { by: "list", gives: "Dataset" },
  dataVersion: { by: "version" },
};
