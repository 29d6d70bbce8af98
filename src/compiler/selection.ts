/**
 * What a request asks of one kind of thing, as plain data: aliases told apart, fragments merged, `@skip` and `@include`
 * decided, arguments coerced with their variables.
 */
export interface Selection {
  /** The GraphQL type or interface that is asked. */
  readonly type: string;
  readonly isAbstract: boolean;
  readonly fields: readonly SelectedField[];
}

export interface SelectedField {
  readonly responseKey: string;
  readonly name: string;
  /** The object types for which it was asked; null where that is all of them. */
  readonly onTypes: readonly string[] | null;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Null for a scalar or enum. */
  readonly selection: Selection | null;
}

/** What was asked of an abstract type, as far as it goes for some of its kinds. */
export function narrowTo(types: readonly string[], selection: Selection): Selection {
  const fields = selection.fields.filter(({ onTypes }) => onTypes === null || onTypes.some((type) => types.includes(type)));
  return { ...selection, fields };
}

/** A root field: each of them shows something. */
export interface RootSelection extends SelectedField {
  readonly selection: Selection;
}
