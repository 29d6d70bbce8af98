declare module "edtf" {
  /** Parses an EDTF text; throws on text that is none. `min` and `max` are milliseconds, infinite or null where open. */
  export default function edtf(text: string, options: { level: 0 | 1 | 2 }): { min: number | null; max: number | null };
}
