/** How messages name the settings of a database. */
export interface DatabaseNames {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly file: string;
  readonly database: string;
}

export const DATABASE_NAMES: DatabaseNames = {
  uri: "NEO4J_URI",
  user: "NEO4J_USER",
  password: "NEO4J_PASSWORD",
  file: "NEO4J_PASSWORD_FILE",
  database: "NEO4J_DATABASE",
};

/** Of the place that `quoth copy` writes to. */
export const TARGET_NAMES: DatabaseNames = {
  uri: "--to",
  user: "QUOTH_TO_USER",
  password: "QUOTH_TO_PASSWORD",
  file: "QUOTH_TO_PASSWORD_FILE",
  database: "QUOTH_TO_DATABASE",
};
