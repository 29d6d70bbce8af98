import { isKindOf } from "../../model/ontology";
import type { KnownEntity } from "../draft/known-entity";
import type { ReadRecords } from "../files/read-corpus";
import type { RawMap } from "../readers/raw-node";
import { ownId } from "../records/add-relations";
import { entryOf } from "../records/read-fields";
import { textOf } from "./survey";

/** Entities of a corpus's own YAML files, as names of its tables may mean them. */
export function writtenEntities(records: readonly ReadRecords[]): KnownEntity[] {
  return records
    .filter(({ shape }) => isKindOf(shape.label, ["Entity"]))
    .flatMap(({ shape, content }) =>
      content.entries.flatMap(({ key, value }) => {
        if (value.is !== "map") return [];
        const elsewhere = entryOf(value, "elsewhere")?.value;
        const maps = [value, ...(elsewhere?.is === "map" ? [elsewhere] : [])];
        const wikidataId = maps.map((each) => textOf(each, "wikidataId")).find((each) => each !== undefined);
        const names = maps.flatMap(namesIn);
        return [{ id: ownId(shape.label, key, ""), label: shape.label, names, ...(wikidataId !== undefined && { wikidataId }) }];
      }),
    );
}

/** Name and aliases that a record, or its facts from elsewhere, write. */
export function namesIn(map: RawMap): string[] {
  const name = textOf(map, "name");
  const aliases = entryOf(map, "aliases")?.value;
  const others = aliases?.is === "list" ? aliases.items.flatMap((each) => (each.is === "scalar" ? [each.text] : [])) : [];
  return name === undefined ? others : [name, ...others];
}
