/** One loaded dataset in figures. */
export interface DatasetSummary {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly statements: number;
  readonly entities: number;
  readonly documents: number;
  /** A load is under way or was broken off, so that these are the figures of what was there before, or of what was to come. */
  readonly isLoading: boolean;
}
