import { parseName } from "../../../src/seeding/naming/parse-name";

describe("parseName", () => {
  it("keeps a generation in capital letters with the name", () => {
    expect(parseName("MATTHEW MOOR, JR.")).toEqual({ name: "MATTHEW MOOR, JR.", titles: [] });
  });

  it.each([
    ["Joe Biden, senator", { name: "Joe Biden", titles: [], role: "senator" }],
    ["MUDr. Jan Novák, dietológ", { name: "Jan Novák", titles: ["MUDr."], role: "dietológ" }],
    [
      "Prof. MUDr. RNDr. Jan Novák, CSc., FESC, vedoucí kliniky (Brno)",
      { name: "Jan Novák", titles: ["Prof.", "MUDr.", "RNDr.", "CSc.", "FESC"], role: "vedoucí kliniky", rest: "Brno" },
    ],
    ["prof. MUDr. Jan Novák PhD., kardiológ", { name: "Jan Novák", titles: ["prof.", "MUDr.", "PhD."], role: "kardiológ" }],
    ["Robin Vos (Wisconsin Assembly speaker)", { name: "Robin Vos", titles: [], role: "Wisconsin Assembly speaker" }],
    ["Ann Lee, senátorka (XYZ) a lékařka", { name: "Ann Lee", titles: [], role: "senátorka (XYZ) a lékařka" }],
    ["Ann Lee, chair, Oak County board", { name: "Ann Lee", titles: [], role: "chair, Oak County board" }],
    ["U.S. Sen. Ann Lee", { name: "Ann Lee", titles: ["U.S. Sen."] }],
    ["Former President Ann Lee", { name: "Ann Lee", titles: ["Former President"] }],
    ["Vice President Ann Lee", { name: "Ann Lee", titles: ["Vice President"] }],
    ["Mr. Abdullah Abdullah", { name: "Abdullah Abdullah", titles: ["Mr."] }],
    ["Mr, LEE", { name: "LEE", titles: ["Mr."] }],
    ["MR. LEE", { name: "LEE", titles: ["MR."] }],
    ["Mr.Mr. Ann  LEE ,", { name: "Ann LEE", titles: ["Mr.", "Mr."] }],
    ["H.E. Mr. al-Said", { name: "al-Said", titles: ["H.E.", "Mr."] }],
    ["Sheikh Abdullah Bin Zayed Al Nahyan", { name: "Abdullah Bin Zayed Al Nahyan", titles: ["Sheikh"] }],
    ["Prince Saud Al-Faisal", { name: "Saud Al-Faisal", titles: ["Prince"] }],
    ["Sir Ann Lee", { name: "Ann Lee", titles: ["Sir"] }],
    ["Ann Lee, Jr", { name: "Ann Lee, Jr", titles: [] }],
    ["Martin Luther King, Jr., pastor", { name: "Martin Luther King, Jr.", titles: [], role: "pastor" }],
    ["Ann Lee, M.D.", { name: "Ann Lee", titles: ["M.D."] }],
    ["Ann Lee (allegedly)", { name: "Ann Lee", titles: [] }],
    ["Ben Moor (1950-2020)", { name: "Ben Moor", titles: [] }],
    ["Ben Moor (born 1950)", { name: "Ben Moor", titles: [] }],
    ["Ann Lee, 45, chair", { name: "Ann Lee", titles: [], role: "chair" }],
    ["Ann Lee, chair (allegedly)", { name: "Ann Lee", titles: [], role: "chair" }],
  ])("takes %j apart", (text, parsed) => {
    expect(parseName(text)).toEqual(parsed);
  });

  it.each([
    "Martin Luther King, Jr.",
    "Johnson & Johnson, Inc.",
    "Department of Health, Education and Welfare",
    "Korea, Republic of",
    "President of the Republic",
    "General Motors",
    "Prince Edward Island",
    "Justice Department",
    "King Abdullah II",
    "Prince",
    "Mr.",
    "Doc Rivers",
    "Amartya Sen",
    "Senate Republicans",
    "Generals for Peace",
    "(none)",
    "",
  ])("leaves %j whole", (text) => {
    expect(parseName(text)).toEqual({ name: text, titles: [] });
  });

  it.each([
    ["Biden, Joe", { name: "Joe Biden", titles: [] }],
    ["Biden, Joseph R., Jr., senator", { name: "Joseph R. Biden, Jr.", titles: [], role: "senator" }],
    ["King, Jr., Martin Luther", { name: "Martin Luther King, Jr.", titles: [] }],
    ["Novák, MUDr. Jan", { name: "Jan Novák", titles: ["MUDr."] }],
    ["Prince", { name: "Prince", titles: [] }],
  ])("turns %j round where the column says so", (text, parsed) => {
    expect(parseName(text, { order: "last-first" })).toEqual(parsed);
  });
});
