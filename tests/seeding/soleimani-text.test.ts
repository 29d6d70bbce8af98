import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkCorpora } from "../../src/seeding/check-corpus";

// The article may not be part of the project; where a copy lies beside it, the corpus is held to it.
const ARTICLE = join(__dirname, "../../../shared/data/soleimani/article.txt");
const CORPUS = join(__dirname, "../../seed/soleimani-2020");
const SHA256 = "690745aee955080ec1c610340520e9ea5918e59c8062380e9db24e7f02f33df0";
const withArticle = existsSync(ARTICLE) ? describe : describe.skip;

withArticle("the first corpus, beside the article (skipped where there is no copy)", () => {
  it("was made from this very text", () => {
    expect(createHash("sha256").update(readFileSync(ARTICLE)).digest("hex")).toBe(SHA256);
    expect(readFileSync(join(CORPUS, "documents.yaml"), "utf8")).toContain(`sha256:${SHA256}`);
  });

  it("has every span where it says", async () => {
    const { faults, notes } = await checkCorpora([CORPUS], { texts: new Map([["commondreams-2020-01-03", ARTICLE]]) });
    expect([...faults, ...notes]).toEqual([]);
  });
});
