import { buildPlainSchema } from "../api/build-schema";
import { emitSdl } from "../api/emit-sdl";
import { emitSettings } from "../config/emit-settings";
import { emitConstraints } from "../graph/emit-constraints";
import { emitModelPage } from "../model/emit-model-page";
import { emitCorpusSchema } from "../seeding/emit-corpus-schema";
import { emitMappingSchema } from "../seeding/emit-mapping-schema";

export interface EmittedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** Every file that is made from code: emitted by `npm run schema`, committed, and tested to be current. */
export function emittedFiles(): EmittedFile[] {
  return [
    { path: "schema/quoth.graphql", text: emitSdl(buildPlainSchema()) },
    { path: "schema/constraints.cypher", text: emitConstraints() },
    { path: "schema/corpus.schema.json", text: emitCorpusSchema() },
    { path: "schema/mapping.schema.json", text: emitMappingSchema() },
    { path: "docs/settings.md", text: emitSettings() },
    { path: "docs/model.md", text: emitModelPage() },
  ];
}
