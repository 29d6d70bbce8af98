/** What a request may ask for at most; each figure is a setting (docs/settings.md). */
export interface Limits {
  readonly maxDepth: number;
  readonly maxFields: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  readonly maxDirectives: number;
  readonly maxOperations: number;
  readonly maxVariables: number;
  readonly maxTokens: number;
  readonly maxCost: number;
  readonly maxPage: number;
  /** Unicode code points of one text argument. */
  readonly maxText: number;
  readonly maxWords: number;
  readonly maxListItems: number;
  readonly maxFilterDepth: number;
  readonly maxFilterConditions: number;
}

/** The defaults of docs/settings.md, for tests and for callers without settings. */
export const DEFAULT_LIMITS: Limits = {
  maxDepth: 10,
  maxFields: 300,
  maxAliases: 30,
  maxRootFields: 20,
  maxDirectives: 8,
  maxOperations: 5,
  maxVariables: 50,
  maxTokens: 1000,
  maxCost: 50_000,
  maxPage: 100,
  maxText: 1000,
  maxWords: 64,
  maxListItems: 250,
  maxFilterDepth: 6,
  maxFilterConditions: 50,
};

/** Items on a page where nothing is asked. */
export const DEFAULT_PAGE = 20;
