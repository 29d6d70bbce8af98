import { dateRange } from "./date-range";
import { dateHolds, everyField, lower, namesHold, numberHolds, textHolds } from "./value-holds";
import type { Where } from "./value-holds";
import type { AttributionRecord, DocumentRecord, EntityRecord, PositionRecord, ReportRecord, StatementRecord, World } from "./world-types";

/** What a relation leads to, and what the relation itself says. */
interface Link<Item> {
  readonly item: Item;
  readonly value: string | null;
}

/** Answers filters by plain filtering of the records: slow, simple, and written from api.graphql alone. */
export class Oracle {
  constructor(readonly world: World) {}

  entities(where: Where, ...kinds: string[]): string[] {
    return this.world.entities.filter((each) => (kinds.length === 0 || kinds.includes(each.kind)) && this.entity(each, where)).map(idOf);
  }

  statements(where: Where): string[] {
    return this.world.statements.filter((each) => this.statement(each, where)).map(idOf);
  }

  documents(where: Where): string[] {
    return this.world.documents.filter((each) => this.document(each, where)).map(idOf);
  }

  /** A statement's favoured speaker. */
  speakerOf(statement: StatementRecord): string | null {
    return statement.attributions.find((each) => each.rank === "PREFERRED")?.speaker ?? null;
  }

  saidBy(id: string): StatementRecord[] {
    return this.world.statements.filter((each) => this.speakerOf(each) === id);
  }

  aboutWhom(id: string): StatementRecord[] {
    return this.world.statements.filter((each) => each.about.some((link) => link.entity === id));
  }

  /** A place and everything that it lies in. */
  within(id: string): string[] {
    const found = [id];
    for (const each of found) found.push(...(this.find(each)?.partOf ?? []).filter((part) => !found.includes(part)));
    return found;
  }

  find(id: string): EntityRecord | undefined {
    return this.world.entities.find((each) => each.id === id);
  }

  /** Who published a document: for a post, the owner of the account. */
  publishersOf(document: DocumentRecord): EntityRecord[] {
    return this.world.entities.filter((each) => each.id === document.publisher || each.accounts.includes(document.publisher ?? ""));
  }

  entity(entity: EntityRecord, where: Where): boolean {
    return everyField(
      where,
      (value) => this.entity(entity, value),
      (name, value) => {
        switch (name) {
          case "id":
            return entity.id === value;
          case "ids":
            return (value as string[]).includes(entity.id);
          case "kind":
            return (value as string[]).includes(entity.kind);
          case "name":
            return namesHold([entity.name, ...entity.aliases], value as Where);
          case "wikidataId":
            return textHolds(entity.wikidataId, value as Where, lower);
          case "countryCode":
            return textHolds(entity.countryCode, value as Where, lower);
          case "description":
            return textHolds(entity.description, value as Where);
          case "within":
            return this.within(entity.id).includes(value as string);
          case "said":
            return this.quantified(this.saidBy(entity.id), value as Where, (each, inner) => this.statement(each, inner));
          case "spokenAbout":
            return this.quantified(this.aboutWhom(entity.id), value as Where, (each, inner) => this.statement(each, inner));
          case "memberOf":
            return entity.memberOf.includes(value as string);
          case "position":
            return entity.positions.some((each) => this.position(each, value as Where));
          default:
            throw new Error(`The oracle has no EntityWhere.${name}.`);
        }
      },
    );
  }

  position(position: PositionRecord, where: Where): boolean {
    return everyField(where, null, (name, value) => {
      if (name === "title") return textHolds(position.title, value as Where);
      if (name === "organization") return position.organization === value;
      const [from, to] = dateRange(value as string);
      const start = position.startedAt === null ? -Infinity : dateRange(position.startedAt)[0];
      const end = position.endedAt === null ? Infinity : dateRange(position.endedAt)[1];
      return start <= to && end >= from;
    });
  }

  statement(statement: StatementRecord, where: Where): boolean {
    return everyField(
      where,
      (value) => this.statement(statement, value),
      (name, value) => this.statementField(statement, name, value, where),
    );
  }

  private statementField(statement: StatementRecord, name: string, value: unknown, where: Where): boolean {
    const one = (id: string | null): boolean => {
      const found = id === null ? undefined : this.find(id);
      return found !== undefined && this.entity(found, value as Where);
    };
    const entities = (ids: readonly string[]): boolean =>
      this.quantified(
        ids.flatMap((id) => this.find(id) ?? []),
        value as Where,
        (each, inner) => this.entity(each, inner),
      );
    switch (name) {
      case "id":
        return statement.id === value;
      case "ids":
        return (value as string[]).includes(statement.id);
      case "text":
        return textHolds(statement.text, value as Where);
      case "language":
        return textHolds(statement.language, value as Where, lower);
      case "saidAt":
        return dateHolds(statement.saidAt, value as Where);
      case "reportedAt":
        return this.reportedAt(statement, value as Where);
      case "speechAct":
        return statement.speechAct !== null && (value as string[]).includes(statement.speechAct);
      case "speaker":
        return one(this.speakerOf(statement));
      case "saidIn":
        return one(statement.saidIn);
      case "saidDuring":
        return one(statement.saidDuring);
      case "attributions":
        return statement.attributions.some((each) => this.attribution(each, value as Where));
      case "mentions":
        return entities(statement.mentions);
      case "addressedTo":
        return entities(statement.addressedTo);
      case "reports":
        return this.quantified(statement.reports, value as Where, (each, inner) => this.report(each, inner));
      case "claim":
        return statement.expresses.includes(value as string);
      case "rating":
        return this.rating(statement, value as Where);
      case "dataset":
        return (value as string[]).includes(statement.dataset);
      default:
        return this.linkField(statement, name, value, where);
    }
  }

  /** Fields on what relations lead to, with those on the relations themselves. */
  private linkField(statement: StatementRecord, name: string, value: unknown, where: Where): boolean {
    switch (name) {
      case "about":
        return this.linked(this.aboutOf(statement), value as Where, where.stance, (each, inner) => this.entity(each, inner));
      case "stance":
        return isJoined(where.about) || hasLink(this.aboutOf(statement), value);
      case "respondsTo":
        return this.linked(this.answeredBy(statement), value as Where, where.respondsToKind, (each, inner) => this.statement(each, inner));
      case "respondsToKind":
        return isJoined(where.respondsTo) || hasLink(this.answeredBy(statement), value);
      case "responses":
        return this.linked(this.answersTo(statement), value as Where, where.responseKind, (each, inner) => this.statement(each, inner));
      case "responseKind":
        return isJoined(where.responses) || hasLink(this.answersTo(statement), value);
      default:
        throw new Error(`The oracle has no StatementWhere.${name}.`);
    }
  }

  /** With values of the links beside it, `some` asks for something at the end of a link that has one of them. */
  private linked<Item>(links: readonly Link<Item>[], value: Where, asked: unknown, fits: (item: Item, inner: Where) => boolean): boolean {
    const items = links.map(({ item }) => item);
    const { some, count, ...others } = value;
    if (!asked || !isJoined(value)) return this.quantified(items, value, fits);
    const found = links.filter((link) => fits(link.item, some as Where) && hasLink([link], asked)).length;
    if (isBounded(count) ? !countHolds(found, count as Where) : found === 0) return false;
    return this.quantified(items, others, fits);
  }

  private aboutOf({ about }: StatementRecord): Link<EntityRecord>[] {
    return about.flatMap(({ entity, stance }) => (this.find(entity) ? [{ item: this.find(entity) as EntityRecord, value: stance }] : []));
  }

  private answeredBy({ respondsTo }: StatementRecord): Link<StatementRecord>[] {
    return this.world.statements.flatMap((item) =>
      respondsTo.filter(({ to }) => to === item.id).map(({ kind }) => ({ item, value: kind })),
    );
  }

  private answersTo({ id }: StatementRecord): Link<StatementRecord>[] {
    return this.world.statements.flatMap((item) =>
      item.respondsTo.filter(({ to }) => to === id).map(({ kind }) => ({ item, value: kind })),
    );
  }

  private reportedAt(statement: StatementRecord, { isNull, ...range }: Where): boolean {
    const dates = statement.reports.flatMap((report) => report.reportedAt ?? []);
    if (isNull === true && dates.length > 0) return false;
    if (isNull === false && dates.length === 0) return false;
    const asked = Object.values(range).some((each) => each !== null);
    return !asked || dates.some((date) => dateHolds(date, range));
  }

  private rating(statement: StatementRecord, { isNull, ...filter }: Where): boolean {
    const ratings = this.world.claims.filter((each) => statement.expresses.includes(each.id)).flatMap((each) => each.reviews);
    if (isNull === true && ratings.length > 0) return false;
    if (isNull === false && ratings.length === 0) return false;
    const asked = Object.values(filter).some((each) => each !== null);
    return !asked || ratings.some((each) => textHolds(each.rating, filter));
  }

  private attribution(attribution: AttributionRecord, where: Where): boolean {
    return everyField(where, null, (name, value) => {
      if (name === "rank") return (value as string[]).includes(attribution.rank);
      if (name === "probability") return numberHolds(attribution.probability, value as Where);
      const found = this.find(attribution.speaker);
      return found !== undefined && this.entity(found, value as Where);
    });
  }

  report(report: ReportRecord, where: Where): boolean {
    const document = this.world.documents.find((each) => each.id === report.document);
    return everyField(
      where,
      (value) => this.report(report, value),
      (name, value) => {
        switch (name) {
          case "type":
            return (value as string[]).includes(report.type);
          case "cue":
            return textHolds(report.cue, value as Where);
          case "sourceKind":
            return (value as string[]).includes(report.sourceKind);
          case "reportedAt":
            return dateHolds(report.reportedAt, value as Where);
          case "confidence":
            return numberHolds(report.confidence, value as Where);
          case "publisher":
            return document !== undefined && this.publishersOf(document).some((each) => this.entity(each, value as Where));
          case "document":
            return document !== undefined && this.document(document, value as Where);
          default:
            throw new Error(`The oracle has no ReportWhere.${name}.`);
        }
      },
    );
  }

  document(document: DocumentRecord, where: Where): boolean {
    return everyField(where, null, (name, value) => {
      switch (name) {
        case "id":
          return document.id === value;
        case "ids":
          return (value as string[]).includes(document.id);
        case "title":
          return textHolds(document.title, value as Where);
        case "url":
          return textHolds(document.url, value as Where, lower);
        case "genre":
          return (value as string[]).includes(document.genre);
        case "publisher":
          return this.publishersOf(document).some((each) => this.entity(each, value as Where));
        case "author":
          return document.authors.some((id) => this.world.entities.some((each) => each.id === id && this.entity(each, value as Where)));
        case "publishedAt":
          return dateHolds(document.publishedAt, value as Where);
        case "dataset":
          return (value as string[]).includes(document.dataset);
        default:
          throw new Error(`The oracle has no DocumentWhere.${name}.`);
      }
    });
  }

  private quantified<Item>(items: readonly Item[], where: Where, fits: (item: Item, inner: Where) => boolean): boolean {
    const { some, every, none, count } = where as Record<string, Where | null | undefined>;
    if (some && !isBounded(count) && !items.some((item) => fits(item, some))) return false;
    if (every && !items.every((item) => fits(item, every))) return false;
    if (none && items.some((item) => fits(item, none))) return false;
    if (!count) return true;
    const counted = some ? items.filter((item) => fits(item, some)).length : items.length;
    return countHolds(counted, count);
  }
}

function idOf(record: { readonly id: string }): string {
  return record.id;
}

/** A value of a link belongs to the `some` of what it leads to, with which it is asked or counted. */
function isJoined(related: unknown): boolean {
  return Boolean((related as Where | null | undefined)?.some);
}

function hasLink(links: readonly Link<unknown>[], asked: unknown): boolean {
  return links.some(({ value }) => value !== null && (asked as string[]).includes(value));
}

function isBounded(count: unknown): boolean {
  return count !== null && count !== undefined && Object.values(count).some((bound) => bound !== null);
}

function countHolds(counted: number, count: Where): boolean {
  return everyField(count, null, (name, value) =>
    name === "eq" ? counted === value : name === "gte" ? counted >= (value as number) : counted <= (value as number),
  );
}
