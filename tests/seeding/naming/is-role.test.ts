import { isRole } from "../../../src/seeding/naming/is-role";

describe("isRole", () => {
  it.each([
    "President",
    "CEO",
    "Chief Economist",
    "Director of Research and Development",
    "Secretary of State",
    "Attorney General",
    "General Counsel",
    "Oak Gov.",
    "the mayor",
    "Mayor of Velmara (acting)",
    "R-Texas",
    "D-N.Y.",
    "Republican of Oak",
  ])("takes %j for an office", (text) => {
    expect(isRole(text)).toBe(true);
  });

  it.each([
    "Ann Lee",
    "Ann Farmer",
    "President Moor",
    "Secretary of State Cy Dole",
    "Director of Research Ann Lee",
    "Oak Herald",
    "Dollar General",
    "Moor",
    "R-",
    "",
  ])("takes %j for none", (text) => {
    expect(isRole(text)).toBe(false);
  });
});
