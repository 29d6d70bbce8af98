import type { Oracle } from "./holds";
import type { EntityRecord, StatementRecord } from "./world-types";

/** Every value of the API's enum. */
export const LINK_NAMES = "SPOKE_ABOUT SPOKEN_ABOUT_BY SPOKE_TO SPOKEN_ABOUT_WITH SAID_IN SAID_DURING RESPONDED_TO REPORTED RELATED".split(
  " ",
);

/** One thing that links two entities: a statement by its id, or a relation. */
interface Tie {
  readonly from: string;
  readonly to: string;
  readonly by: string;
}

/** A relation that is no statement, as the API tells it. */
export interface RelationTie extends Tie {
  readonly kind: string;
}

/** What links entities, by plain looking at the records: written from the descriptions of LinkKind alone. */
export class LinkOracle {
  private readonly known = new Map<string, readonly Tie[]>();
  readonly relations: readonly RelationTie[];

  constructor(private readonly oracle: Oracle) {
    this.relations = oracle.world.entities.flatMap(relationsOf);
  }

  /**
   * The links of one kind, each in the direction in which its words point: from the speaker to whom or what is spoken
   * about, spoken to, or to the place or event; from who answers to who is answered; from who published to who spoke.
   */
  directed(kind: string, statements: readonly StatementRecord[] = this.oracle.world.statements): readonly Tie[] {
    const isAll = statements === this.oracle.world.statements;
    const kept = isAll ? this.known.get(kind) : undefined;
    if (kept) return kept;
    const ties = kind === "RELATED" ? this.relations : statements.flatMap((each) => this.tiesOf(each, kind));
    const apart = ties.filter((tie) => tie.from !== tie.to);
    if (isAll) this.known.set(kind, apart);
    return apart;
  }

  /** The neighbours of an entity by one kind of link, with what is behind each: statements, or relations. */
  neighbours(id: string, kind: string): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    const add = (other: string, by: string): void => void found.set(other, (found.get(other) ?? new Set()).add(by));
    const isOneWay = kind === "SPOKE_ABOUT" || kind === "SPOKEN_ABOUT_BY";
    for (const { from, to, by } of this.directed(kind)) {
      if (from === id) add(to, by);
      else if (to === id && !isOneWay) add(from, by);
    }
    return found;
  }

  private tiesOf(statement: StatementRecord, kind: string): Tie[] {
    const { id: by, about, addressedTo, saidIn, saidDuring, respondsTo } = statement;
    const speaker = this.oracle.speakerOf(statement);
    const subjects = [...new Set(about.map((each) => each.entity))];
    const said = (ends: readonly (string | null)[]): Tie[] =>
      speaker === null ? [] : [...new Set(ends)].flatMap((to) => (to === null ? [] : [{ from: speaker, to, by }]));
    switch (kind) {
      case "SPOKE_ABOUT":
        return said(subjects);
      case "SPOKEN_ABOUT_BY":
        return said(subjects).map(({ from, to }) => ({ from: to, to: from, by }));
      case "SPOKE_TO":
        return said(addressedTo);
      case "SPOKEN_ABOUT_WITH":
        return subjects.flatMap((from) => subjects.map((to) => ({ from, to, by })));
      case "SAID_IN":
        return said([saidIn]);
      case "SAID_DURING":
        return said([saidDuring]);
      case "RESPONDED_TO":
        return said(respondsTo.map((link) => this.speakerOfId(link.to)));
      case "REPORTED":
        return this.publishersOf(statement).flatMap((from) => (speaker === null ? [] : [{ from, to: speaker, by }]));
      default:
        throw new Error(`The oracle has no link ${kind}.`);
    }
  }

  private speakerOfId(id: string): string | null {
    const statement = this.oracle.world.statements.find((each) => each.id === id);
    return statement ? this.oracle.speakerOf(statement) : null;
  }

  private publishersOf({ reports }: StatementRecord): string[] {
    const documents = this.oracle.world.documents.filter((each) => reports.some((report) => report.document === each.id));
    return [...new Set(documents.flatMap((each) => this.oracle.publishersOf(each).map((publisher) => publisher.id)))];
  }
}

function relationsOf(entity: EntityRecord): RelationTie[] {
  const tie = (kind: string, from: string, to: string, rest = ""): RelationTie => ({ kind, from, to, by: `${kind} ${from} ${to} ${rest}` });
  return [
    ...entity.memberOf.map((to) => tie("MEMBER_OF", entity.id, to)),
    ...entity.partOf.map((to) => tie("PART_OF", entity.id, to)),
    ...entity.locatedIn.map((to) => tie("LOCATED_IN", entity.id, to)),
    ...entity.involved.map((link) => tie("INVOLVED_IN", link.to, entity.id, String(link["role"]))),
    ...entity.related.map(({ to, label }) => tie("RELATED_TO", entity.id, to, label)),
    ...entity.positions.flatMap(({ id, organization, place }) =>
      [organization, place].flatMap((to) => (to === null ? [] : [tie("HELD_POSITION", entity.id, to, id)])),
    ),
  ];
}
