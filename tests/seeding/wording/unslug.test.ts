import { unslug } from "../../../src/seeding/wording/unslug";

describe("unslug", () => {
  it.each([
    ["dwayne-bohac", "Dwayne Bohac"],
    ["us-senate", "Us Senate"],
    ["department-of-the-treasury", "Department of the Treasury"],
    ["the-onion", "The Onion"],
    ["chris-van-hollen", "Chris van Hollen"],
    ["john_f_kennedy", "John F Kennedy"],
    ["élise--dupont-", "Élise Dupont"],
    ["", ""],
  ])("reads %j as %j", (slug, name) => {
    expect(unslug(slug)).toBe(name);
  });
});
