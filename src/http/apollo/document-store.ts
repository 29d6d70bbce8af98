import type { DocumentNode } from "graphql";
import { BoundedMap } from "../../bounded-map";

/** What is compiled hangs on a document, too: together some 25 kB, of a large one more. */
const DOCUMENTS_KEPT = 1000;

interface DocumentStore {
  get(key: string): Promise<DocumentNode | undefined>;
  set(key: string, document: DocumentNode): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/**
 * Documents that were read and validated, the last ones used. Apollo's own store goes by the length of their JSON, which is a tenth of what
 * they take: clients that write values into their queries made it hold 900 MB.
 */
export function createDocumentStore(kept = DOCUMENTS_KEPT): DocumentStore {
  const documents = new BoundedMap<string, DocumentNode>(kept);
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set: (key, document) => Promise.resolve(documents.set(key, document)),
    // Nobody asks for it; a document stays right for as long as the schema.
    delete: () => Promise.resolve(false),
  };
}
