import { JoinedAttributions } from "../../../src/seeding/mapping/join-attributions";
import type { Difference } from "../../../src/seeding/mapping/merge-records";
import { plainEntries, rawMap } from "../support/raw-nodes";

const GUESS = "attributions: [{ speaker: hillary, probability: 0.7 }, { speaker: bill, probability: 0.3 }]\n";

/** Of a statement with the reports r1 and r2, and one with the report r3. */
function join(a: string, b: string): { fields: Record<string, unknown>; differences: string[] } {
  const differences: Difference[] = [];
  const joined = new JoinedAttributions({ map: rawMap(a), reports: ["r1", "r2"] });
  joined.add({ map: rawMap(b), reports: ["r3"] }, differences);
  return { fields: plainEntries(joined.fields()), differences: differences.map(({ field, kept, other }) => `${field}: ${kept}, ${other}`) };
}

describe("who said words that two statements have", () => {
  it("is nobody where neither knows", () => {
    expect(join("text: Yes\n", "text: Yes\n").fields).toEqual({});
  });

  it("is their one speaker, by all reports", () => {
    expect(join("speaker: ann\n", "speaker: ann\n").fields).toEqual({
      speaker: { speaker: "ann", rank: "PREFERRED", reports: ["r1", "r2", "r3"] },
    });
  });

  it("is the first one's speaker by its own reports alone, where the second one names nobody", () => {
    expect(join("speaker: ann\n", "text: Yes\n").fields).toEqual({ speaker: { speaker: "ann", rank: "PREFERRED", reports: ["r1", "r2"] } });
  });

  it("is the second one's speaker where the first one names nobody", () => {
    expect(join("text: Yes\n", "speaker: ann\n").fields).toEqual({ speaker: { speaker: "ann", rank: "PREFERRED", reports: ["r3"] } });
  });

  it("keeps the other candidates of both", () => {
    expect(
      join(
        "speaker: ann\nattributions: [{ speaker: bo, reports: [r2] }]\n",
        "speaker: ann\nattributions: [{ speaker: cy }, { speaker: bo }]\n",
      ).fields,
    ).toEqual({
      speaker: { speaker: "ann", rank: "PREFERRED", reports: ["r1", "r3"] },
      attributions: [
        { speaker: "bo", reports: ["r2", "r3"], rank: "NORMAL" },
        { speaker: "cy", rank: "NORMAL", reports: ["r3"] },
      ],
    });
  });

  it.each([
    ["the first one's", GUESS, "speaker: hillary\n", ["r1", "r2", "r3"], ["r1", "r2"]],
    ["the second one's", "speaker: hillary\n", GUESS, ["r1", "r2", "r3"], ["r3"]],
  ])("is the candidate of %s guess whom the other names, for certain", (_, a, b, named, guessed) => {
    expect(join(a, b)).toEqual({
      fields: {
        speaker: expect.objectContaining({ speaker: "hillary", rank: "PREFERRED", reports: named }) as unknown,
        attributions: [{ speaker: "bill", probability: "0.3", rank: "NORMAL", reports: guessed }],
      },
      differences: [],
    });
    expect(join(a, b).fields["speaker"]).not.toHaveProperty("probability");
  });

  it("keeps the first of two probabilities, and says so", () => {
    expect(join("attributions: [{ speaker: ann, probability: 0.6 }]\n", "attributions: [{ speaker: ann, probability: 0.5 }]\n")).toEqual({
      fields: { attributions: [{ speaker: "ann", probability: "0.6", rank: "NORMAL", reports: ["r1", "r2", "r3"] }] },
      differences: ["probability: 0.6, 0.5"],
    });
  });

  it("has one favoured reading, the first one's, where each favours another in its attributions", () => {
    const favouring = (who: string): string => `attributions: [{ speaker: ${who}, rank: PREFERRED }]\n`;
    expect(join(favouring("ann"), favouring("bo")).fields).toEqual({
      speaker: { speaker: "ann", rank: "PREFERRED", reports: ["r1", "r2"] },
      attributions: [{ speaker: "bo", rank: "NORMAL", reports: ["r3"] }],
    });
  });

  it("tells of two offices of one speaker", () => {
    expect(join("speaker: { speaker: ann, position: mayor }\n", "speaker: { speaker: ann, position: judge }\n").differences).toEqual([
      "position: mayor, judge",
    ]);
  });
});
