import { listNames } from "../../../src/seeding/naming/list-names";

describe("listNames", () => {
  it.each([
    ["Ann Lee, Ben Moor", ["Ann Lee", "Ben Moor"]],
    ["Ann Lee, Ben Moor, Cy Dole", ["Ann Lee", "Ben Moor", "Cy Dole"]],
    ["Ben Moor (farmer), Ann Lee", ["Ben Moor (farmer)", "Ann Lee"]],
    ["Ben Moor (Labour), Ann Lee (Tory)", ["Ben Moor (Labour)", "Ann Lee (Tory)"]],
    ["Ann Lee, Mayor, Ben Moor, Governor of Oak", ["Ann Lee, Mayor", "Ben Moor, Governor of Oak"]],
    ["Sen. Ann Lee, Rep. Ben Moor", ["Sen. Ann Lee", "Rep. Ben Moor"]],
  ])("finds the people in %j", (text, names) => {
    expect(listNames(text)).toEqual(names);
  });

  it.each([
    "Lee, Ann",
    "Garcia Lopez, Maria Jose",
    "Ann Lee, Mayor",
    "Ann Lee, Oak Herald",
    "Ann Lee, Charlotte Observer",
    "Ann Lee, South Carolina",
    "Ann Lee, Cy Dole",
    "Ann Lee, who met, Ben Moor",
    "the finance minister, Ann Lee",
    "Martin Luther King, Jr.",
    "Ann Lee",
    "",
  ])("finds no several in %j", (text) => {
    expect(listNames(text)).toBeUndefined();
  });
});
