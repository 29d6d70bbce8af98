import { parseSource } from "../../../src/seeding/naming/parse-source";

describe("parseSource", () => {
  it.each([
    ["campaign spokesman Ben Moor", "Ben Moor", "campaign spokesman"],
    ["Oak City Council president Ben Moor", "Ben Moor", "Oak City Council president"],
    ["the former Oak governor Ann Lee (D)", "Ann Lee", "former Oak governor"],
    ["his friend Ann Lee", "Ann Lee", "friend"],
    ["Former Oak leader Lee", "Lee", "Former Oak leader"],
    ["Oak Post columnist Ann Lee, a speechwriter", "Ann Lee", "Oak Post columnist"],
    ["The finance minister, Ann Lee,", "Ann Lee", "finance minister"],
    ["Oak Rep. Ann Lee", "Ann Lee", "Oak Rep."],
    ["RNC Chief of Staff Ann Lee", "Ann Lee", "RNC Chief of Staff"],
    ["retired Army Lt. Gen. Ben Moor", "Ben Moor", "Army Lt. Gen."],
    ["Ann Lee of Moor", "Ann Lee", undefined],
    ["Ann Lee of the Moor Institute", "Ann Lee", undefined],
    ["Ann Lee, who left in May", "Ann Lee", undefined],
    ["Ann Lee — who left in May —", "Ann Lee", undefined],
    ["my friend Ann Lee at the Oak Review", "Ann Lee", "friend"],
    ["spokesman Bill de la Moor", "Bill de la Moor", "spokesman"],
    ["the younger Mr. Lee", "Lee", undefined],
    ["dos Santos", "dos Santos", undefined],
    ["Ilham Heydar oglu Aliyev", "Ilham Heydar oglu Aliyev", undefined],
    ["Ibrahim Abd al-Aziz Ghandour", "Ibrahim Abd al-Aziz Ghandour", undefined],
    ["premiér Róbert Novák", "Róbert Novák", "premiér"],
    ["The Honourable Ann Lee", "Ann Lee", undefined],
    ["Mr. HAN", "HAN", undefined],
    ["Ann Lee, chair", "Ann Lee", "chair"],
    ["Ann Lee, President and CEO", "Ann Lee", "President and CEO"],
    ["Ann Lee, Minister of Labour, Health, and Social Affairs", "Ann Lee", "Minister of Labour, Health and Social Affairs"],
    ["President and CEO Ben Moor", "Ben Moor", "President and CEO"],
    ["Chief Economist Ben Moor", "Ben Moor", "Chief Economist"],
    ["Ann Lee, 45, of Moor", "Ann Lee", undefined],
    ["Ann Lee, Oak Herald", "Ann Lee", "Oak Herald"],
    ["Ben Moor (farmer), Ann Lee", "Ben Moor", "farmer"],
    ["Ann Lee, Ben Moor", "Ann Lee", undefined],
    ["Lee, Ann", "Lee", "Ann"],
    ["Ben Moor’s", "Ben Moor", undefined],
    ["Mr. Moor's", "Moor", undefined],
    ["Macy's", "Macy's", undefined],
    ["Ann Lee", "Ann Lee", undefined],
    ["ADA NOVAK", "ADA NOVAK", undefined],
    ["王小明", "王小明", undefined],
    ["Supporters of Ann Lee", "Supporters of Ann Lee", undefined],
    ["a critic of Ann Lee", "a critic of Ann Lee", undefined],
    ["Director of Moor Affairs", "Director of Moor Affairs", undefined],
    ["Ann Lee & Ben Moor", "Ann Lee & Ben Moor", undefined],
    ["Mr & Mrs Lee", "Mr & Mrs Lee", undefined],
    ["", "", undefined],
  ])("finds in %j the name %j", (text, name, role) => {
    const parsed = parseSource(text);
    expect([parsed.name, parsed.role, parsed.isBody]).toEqual([name, role, false]);
  });

  it.each([
    ["the Bureau of Oak Statistics", "Bureau of Oak Statistics"],
    ["The Oak Herald", "Oak Herald"],
    ["the KGB", "KGB"],
    ["NBC", "NBC"],
    ["the Oak Court of Appeals for the 6th Circuit", "Oak Court of Appeals for the 6th Circuit"],
    ["the campaign group Moor's Future", "Moor's Future"],
    ["Oak Committee", "Oak Committee"],
    ["Johnson & Johnson", "Johnson & Johnson"],
    ["Ben & Jerry's", "Ben & Jerry's"],
    ["Doctors Without Borders", "Doctors Without Borders"],
    ["Friends of the Earth", "Friends of the Earth"],
  ])("takes %j for a body", (text, name) => {
    const { name: found, isBody } = parseSource(text);
    expect([found, isBody]).toEqual([name, true]);
  });
});
