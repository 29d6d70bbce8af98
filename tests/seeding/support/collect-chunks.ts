import type { DraftChunk, DraftNode, PlannedCorpus } from "../../../src/seeding/draft/draft";

/** All chunks of a corpus as one. */
export async function collectChunks(corpus: Pick<PlannedCorpus, "chunks"> | undefined): Promise<DraftChunk> {
  const chunks: DraftChunk[] = [];
  for await (const chunk of corpus?.chunks() ?? []) chunks.push(chunk);
  return { nodes: chunks.flatMap(({ nodes }) => nodes), relations: chunks.flatMap(({ relations }) => relations) };
}

/** The first node of a label. */
export async function nodeOf(corpus: Pick<PlannedCorpus, "chunks"> | undefined, label: string): Promise<DraftNode | undefined> {
  return (await collectChunks(corpus)).nodes.find((node) => node.label === label);
}
