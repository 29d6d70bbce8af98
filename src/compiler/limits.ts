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
  /** Rows of `statementRows`, counts of a grouping. */
  readonly maxRows: number;
  /** Unicode code points of one text argument. */
  readonly maxText: number;
  readonly maxWords: number;
  readonly maxListItems: number;
  readonly maxFilterDepth: number;
  readonly maxFilterConditions: number;
  /** Steps of a path. */
  readonly maxPathLength: number;
  readonly maxNetworkDepth: number;
  readonly maxNetworkNodes: number;
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
  maxRows: 1000,
  maxText: 1000,
  maxWords: 64,
  maxListItems: 250,
  maxFilterDepth: 6,
  maxFilterConditions: 50,
  maxPathLength: 8,
  maxNetworkDepth: 3,
  maxNetworkNodes: 1000,
};

/** Items on a page where nothing is asked. */
export const DEFAULT_PAGE = 20;
/** Rows and counts where nothing is asked. */
export const DEFAULT_ROWS = 100;
/** Values of each dimension in `facets`. */
export const DEFAULT_BUCKETS = 10;
/** Statements that show a link of a neighbour. */
export const DEFAULT_EXAMPLES = 3;
export const DEFAULT_NETWORK_NODES = 100;
export const DEFAULT_NETWORK_DEPTH = 1;
export const DEFAULT_PATHS = 3;
export const DEFAULT_PATH_LENGTH = 6;
