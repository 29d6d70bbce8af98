import { splitSource } from "../../../src/seeding/naming/split-source";

describe("splitSource", () => {
  it.each([
    ["Lee and Moor", ["Lee", "Moor"]],
    ["both Ann Lee and Ben Moor", ["Ann Lee", "Ben Moor"]],
    ["Neither Lee nor her opponents", ["Lee"]],
    ["Lee and others", ["Lee"]],
    ["President Lee, Ben Moor, and other Democrats", ["President Lee", "Ben Moor"]],
    ["Ann Lee, the mayor, and Ben Moor", ["Ann Lee, the mayor", "Ben Moor"]],
    ["Ann Lee and Ben Moor of the University of Oak, Harbour", ["Ann Lee", "Ben Moor"]],
    ["Oak News and NBC", ["Oak News", "NBC"]],
    ["Ann Lee et al.", ["Ann Lee"]],
    ["Lee, Moor, et al.", ["Lee", "Moor"]],
    ["Lee, Moor and Chairman Dole", ["Lee", "Moor", "Chairman Dole"]],
    ["Ann Lee, Cy Dole and Ben Moor", ["Ann Lee", "Cy Dole", "Ben Moor"]],
    ["Ann Lee, Mayor of Velmara, and Ben Moor, Governor", ["Ann Lee, Mayor of Velmara", "Ben Moor, Governor"]],
    ["Ann Lee, President and CEO, and Ben Moor, Treasurer", ["Ann Lee, President and CEO", "Ben Moor, Treasurer"]],
    ["Ann Lee, Mayor of Velmara and Gov. Ben Moor", ["Ann Lee, Mayor of Velmara", "Gov. Ben Moor"]],
    ["Ann Lee, Director, Oak University, and Ben Moor", ["Ann Lee, Director, Oak University", "Ben Moor"]],
    ["Sen. Ann Lee, R-Texas, and Ben Moor", ["Sen. Ann Lee, R-Texas", "Ben Moor"]],
    ["Senator Ann Lee, Republican of Oak and one of the few supporters", ["Senator Ann Lee, Republican of Oak"]],
    ["Ann Lee, Jr., and Ben Moor", ["Ann Lee, Jr.", "Ben Moor"]],
    ["her opponents, Ann Lee and Ben Moor", ["Ann Lee", "Ben Moor"]],
    ["his brother, Ben Moor, and Ann Lee", ["his brother, Ben Moor", "Ann Lee"]],
    ["Ben Moor (Oak, Ash) and Ann Lee", ["Ben Moor (Oak, Ash)", "Ann Lee"]],
  ])("parts the names in %j", (text, names) => {
    expect(splitSource(text)).toEqual(names);
  });

  it.each([
    "Ann Lee",
    "Department of Health and Human Services",
    "Ann Lee, mayor of Moor and its port",
    "Ada Novak, President and CEO",
    "Ann Lee, Director of Research and Development",
    "Ann Lee, Secretary of Commerce and Transport",
    "Ann Lee, Secretary of Commerce, Labour, and Transport",
    "Ann Lee, Founder and Chief Economist, Lee & Sons",
    "Ann Lee, Mayor of Velmara and Ben Moor",
    "Ann Lee, Research and Development",
    "Ann Lee, Health and Human Services",
    "Founder and CEO Ann Lee",
    "Ann Lee (Health and Housing)",
    "polls in Moor, Oak and Ash",
    "officials and experts",
    "Johnson & Johnson",
    "and",
    "",
  ])("leaves %j whole", (text) => {
    expect(splitSource(text)).toEqual([text]);
  });
});
