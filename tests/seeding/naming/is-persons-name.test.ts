import { isFullName, isPersonsName } from "../../../src/seeding/naming/is-persons-name";

describe("isPersonsName", () => {
  it.each(["Ann Lee", "ANN LEE", "Ann B. Lee", "Sen. Cy Dole", "Ann Lee (Tory)"])("is sure of %j", (text) => {
    expect(isPersonsName(text)).toBe(true);
  });

  it.each(["Cy Dole", "Lee", "Mr. Lee", "Charlotte Observer", "Madison County", "Ann, Mayor", "ann lee", ""])(
    "is not sure of %j",
    (text) => {
      expect(isPersonsName(text)).toBe(false);
    },
  );
});

describe("isFullName", () => {
  it.each(["Cy Dole", "Oak Hound"])("takes %j for what may be a person's", (text) => {
    expect(isFullName(text)).toBe(true);
  });

  it.each(["Dole", "Oak Herald", "Human Resources", "Oak University", "Chief Economist"])("takes %j for none", (text) => {
    expect(isFullName(text)).toBe(false);
  });
});
