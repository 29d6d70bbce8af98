/** One loaded dataset in figures. */
export interface DatasetSummary {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly statements: number;
  readonly entities: number;
  readonly documents: number;
}
