import { TableProfile } from "../../../src/seeding/mapping/profile-table";
import type { ColumnProfile } from "../../../src/seeding/mapping/profile-table";
import type { Cell } from "../../../src/seeding/readers/table-row";

function profile(rows: readonly Readonly<Record<string, Cell>>[]): { rows: number; columns: ColumnProfile[] } {
  const table = new TableProfile();
  rows.forEach((cells, at) => table.add({ file: "said.csv", line: at + 2, cells, raw: "", placeOf: () => ({ line: at + 2, column: 1 }) }));
  return { rows: table.rows, columns: [...table.profiles()] };
}

describe("the profile of a table", () => {
  it("has no column where there are no rows", () => {
    expect(profile([])).toEqual({ rows: 0, columns: [] });
  });

  it("counts rows, cells without a value, and values that differ", () => {
    const rows = [
      { id: "1", who: "Ada" },
      { id: "2", who: " " },
      { id: "3", who: "Bo" },
      { id: "4", who: " Ada " },
    ];
    expect(profile(rows)).toEqual({
      rows: 4,
      columns: [
        { name: "id", empty: 0, distinct: 4, isMore: false },
        { name: "who", empty: 1, distinct: 2, isMore: false, most: { value: "Ada", count: 2 } },
      ],
    });
  });

  it("counts a column that a record lacks as empty there", () => {
    expect(profile([{ id: "1" }, { id: "2", tag: "x" }]).columns[1]).toEqual({ name: "tag", empty: 1, distinct: 1, isMore: false });
  });

  it("counts lists and maps by what they hold, and those that hold nothing as empty", () => {
    const [column] = profile([{ tags: ["a", "b"] }, { tags: ["a", "b"] }, { tags: [] }, { tags: {} }, { tags: { a: "b" } }]).columns;
    expect(column).toEqual({ name: "tags", empty: 2, distinct: 2, isMore: false, most: { value: '["a","b"]', count: 2 } });
  });

  it("leaves out what is told of the file", () => {
    expect(profile([{ "file.name": "a.txt", "file.number": "1", text: "Yes." }]).columns.map(({ name }) => name)).toEqual(["text"]);
  });

  it("shows of long values the first 60 signs, whole ones", () => {
    const text = "🦭".repeat(100);
    expect(profile([{ text }, { text }]).columns[0]?.most).toEqual({ value: "🦭".repeat(60), count: 2 });
  });

  it("tells long values apart that differ after their beginning", () => {
    const speech = "x".repeat(60);
    expect(profile([{ text: `${speech}one` }, { text: `${speech}two` }]).columns[0]).toEqual({
      name: "text",
      empty: 0,
      distinct: 2,
      isMore: false,
    });
  });

  it("stops telling values apart at 20,000, and says that there are more", () => {
    const rows = Array.from({ length: 20_001 }, (_, at) => ({ id: String(at) }));
    const exact = profile(rows.slice(0, 20_000)).columns[0];
    const [more] = profile([...rows, { id: "7" }]).columns;
    expect(exact).toEqual({ name: "id", empty: 0, distinct: 20_000, isMore: false });
    expect(more).toEqual({ name: "id", empty: 0, distinct: 20_000, isMore: true, most: { value: "7", count: 2 } });
  });
});
