/** How messages name the settings of a database. */
export interface SettingNames {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly file: string;
  readonly database: string;
}

export const OWN_NAMES: SettingNames = {
  uri: "NEO4J_URI",
  user: "NEO4J_USER",
  password: "NEO4J_PASSWORD",
  file: "NEO4J_PASSWORD_FILE",
  database: "NEO4J_DATABASE",
};
