import { transliterate } from "transliteration";
import { dateRange } from "./date-range";
import type { AttributionRecord, DocumentRecord, EntityRecord, PositionRecord, ReportRecord, StatementRecord, World } from "./world-types";

export type Where = Readonly<Record<string, unknown>>;

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
    const statements = (found: readonly StatementRecord[]): boolean =>
      this.quantified(found, value as Where, (each, inner) => this.statement(each, inner));
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
      case "about":
        return this.about(statement, value as Where, where);
      case "stance":
        return isJoined(where) || statement.about.some((each) => each.stance !== null && (value as string[]).includes(each.stance));
      case "mentions":
        return entities(statement.mentions);
      case "addressedTo":
        return entities(statement.addressedTo);
      case "reports":
        return this.quantified(statement.reports, value as Where, (each, inner) => this.report(each, inner));
      case "respondsTo":
        return statements(this.world.statements.filter((each) => statement.respondsTo.some((link) => link.to === each.id)));
      case "responses":
        return statements(this.world.statements.filter((each) => each.respondsTo.some((link) => link.to === statement.id)));
      case "claim":
        return statement.expresses.includes(value as string);
      case "rating":
        return this.rating(statement, value as Where);
      case "dataset":
        return (value as string[]).includes(statement.dataset);
      default:
        throw new Error(`The oracle has no StatementWhere.${name}.`);
    }
  }

  /** With a stance beside it, `some` asks for an entity towards which the statement takes that stance. */
  private about(statement: StatementRecord, value: Where, where: Where): boolean {
    const stances = isJoined(where) ? (where.stance as string[] | null | undefined) : null;
    const { some, count, ...others } = value;
    const fits = (link: StatementRecord["about"][number], inner: Where): boolean => {
      const found = this.find(link.entity);
      return found !== undefined && this.entity(found, inner) && (!stances || (link.stance !== null && stances.includes(link.stance)));
    };
    if (isJoined(where)) {
      const found = statement.about.filter((link) => fits(link, some as Where)).length;
      if (isBounded(count) ? !countHolds(found, count as Where) : found === 0) return false;
      return this.quantified(this.targets(statement), others, (each, inner) => this.entity(each, inner));
    }
    return this.quantified(this.targets(statement), value, (each, inner) => this.entity(each, inner));
  }

  private targets(statement: StatementRecord): EntityRecord[] {
    return statement.about.flatMap((link) => this.find(link.entity) ?? []);
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

/** A stance belongs to `about.some`, which it is asked or counted with. */
function isJoined(where: Where): boolean {
  const about = where.about as Where | null | undefined;
  return Boolean(where.stance && about?.some);
}

function isBounded(count: unknown): boolean {
  return count !== null && count !== undefined && Object.values(count).some((bound) => bound !== null);
}

function countHolds(counted: number, count: Where): boolean {
  return everyField(count, null, (name, value) =>
    name === "eq" ? counted === value : name === "gte" ? counted >= (value as number) : counted <= (value as number),
  );
}

function everyField(where: Where, own: ((where: Where) => boolean) | null, field: (name: string, value: unknown) => boolean): boolean {
  return Object.entries(where).every(([name, value]) => {
    if (value === null || value === undefined) return true;
    if (own && name === "and") return (value as Where[]).every(own);
    if (own && name === "or") return (value as Where[]).some(own);
    if (own && name === "not") return !own(value as Where);
    return field(name, value);
  });
}

/** Case, accents, quotes and the two ways of writing one letter in Arabic script make no difference. */
export function fold(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}ـ]/gu, "")
    .toLowerCase();
  return plain
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/[يى]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/ı/g, "i")
    .replace(/ß/g, "ss")
    .replace(/[«»“”]/g, '"')
    .replace(/[‘’`´]/g, "'")
    .trim();
}

/** Codes and addresses have no accents to ignore. */
function lower(text: string): string {
  return text.toLowerCase();
}

function textHolds(text: string | null, where: Where, folded = fold): boolean {
  return everyField(where, null, (name, value) => {
    if (name === "isNull") return (text === null) === value;
    if (text === null) return false;
    if (name === "eq") return text === value;
    if (name === "in") return (value as string[]).includes(text);
    return name === "contains" ? folded(text).includes(folded(value as string)) : folded(text).startsWith(folded(value as string));
  });
}

/** A name's forms: folded, and in Latin letters. */
function forms(name: string): string[] {
  const folded = fold(name);
  if (!/[^\p{Script=Latin}\p{Script=Common}]/u.test(folded)) return [folded];
  return [folded, fold(transliterate(name.normalize("NFC"))), fold(transliterate(folded))];
}

function namesHold(names: readonly string[], where: Where): boolean {
  const known = names.flatMap(forms);
  const asked = (value: unknown, fits: (form: string, wanted: string) => boolean): boolean =>
    forms(value as string).some((wanted) => known.some((form) => fits(form, wanted)));
  return everyField(where, null, (name, value) => {
    if (name === "isNull") return value === false;
    if (name === "eq") return asked(value, (form, wanted) => form === wanted);
    if (name === "in") return (value as string[]).some((each) => asked(each, (form, wanted) => form === wanted));
    return asked(value, (form, wanted) => (name === "contains" ? form.includes(wanted) : form.startsWith(wanted)));
  });
}

function dateHolds(date: string | null, where: Where): boolean {
  return everyField(where, null, (name, value) => {
    if (name === "isNull") return (date === null) === value;
    if (date === null) return false;
    const [from, to] = dateRange(date);
    const [first, last] = dateRange(value as string);
    if (name === "within") return from >= first && to <= last;
    return name === "from" ? to >= first : from <= last;
  });
}

function numberHolds(number: number | null, where: Where): boolean {
  return everyField(
    where,
    null,
    (name, value) => number !== null && (name === "gte" ? number >= (value as number) : number <= (value as number)),
  );
}
