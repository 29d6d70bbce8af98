import { AnswerCache } from "../../src/executor/answer-cache";

describe("the cache of answers", () => {
  it("finds an answer as long as the version is the same", () => {
    const cache = new AnswerCache<string>(1000);
    cache.find("v1", "question");
    cache.keep("v1", "question", "answer", 100);
    expect([cache.find("v1", "question"), cache.find("v1", "another")]).toEqual(["answer", undefined]);
  });

  it("forgets all answers with another version", () => {
    const cache = new AnswerCache<string>(1000);
    cache.find("v1", "question");
    cache.keep("v1", "question", "answer", 100);
    expect([cache.find("v2", "question"), cache.bytes, cache.find("v1", "question")]).toEqual([undefined, 0, undefined]);
  });

  it("does not keep an answer that was begun on an older version", () => {
    const cache = new AnswerCache<string>(1000);
    cache.find("v1", "question");
    cache.find("v2", "question");
    cache.keep("v1", "question", "old answer", 100);
    expect([cache.find("v2", "question"), cache.bytes]).toEqual([undefined, 0]);
  });
});
