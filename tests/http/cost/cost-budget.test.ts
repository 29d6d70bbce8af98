import { CostBudget } from "../../../src/http/cost/cost-budget";

function budgetAt(perMinute: number): { budget: CostBudget; pass: (seconds: number) => void } {
  let now = 1_000_000;
  return { budget: new CostBudget(perMinute, () => now), pass: (seconds) => void (now += seconds * 1000) };
}

describe("CostBudget", () => {
  it("gives all points of a minute at once, and refuses the next one with the wait for it", () => {
    const { budget } = budgetAt(600);
    expect(budget.take("a", 600)).toEqual({ limit: 600, left: 0, waitSeconds: 0 });
    expect(budget.take("a", 20)).toEqual({ limit: 600, left: 0, waitSeconds: 2 });
  });

  it("has the points there when the wait is over, and takes none for a refusal", () => {
    const { budget, pass } = budgetAt(600);
    budget.take("a", 600);
    const { waitSeconds } = budget.take("a", 300);
    pass(waitSeconds);
    expect(budget.take("a", 300)).toEqual({ limit: 600, left: 0, waitSeconds: 0 });
  });

  it("never gives more than the points of one minute at once, however long nobody asked", () => {
    const { budget, pass } = budgetAt(600);
    pass(3600);
    budget.take("a", 1);
    pass(3600);
    expect(budget.take("a", 601).waitSeconds).toBeGreaterThan(0);
  });

  it("lets no more than twice the points through within any minute", () => {
    const { budget, pass } = budgetAt(600);
    let taken = 0;
    for (let second = 0; second < 60; second++) {
      while (budget.take("a", 10).waitSeconds === 0) taken += 10;
      pass(1);
    }
    expect(taken).toBeLessThanOrEqual(1200);
  });

  it("keeps addresses apart", () => {
    const { budget } = budgetAt(600);
    budget.take("a", 600);
    expect(budget.take("b", 600).waitSeconds).toBe(0);
  });

  it("keeps a set number of addresses, those that were seen last", () => {
    const { budget } = budgetAt(10);
    for (let index = 0; index < 60_000; index++) budget.take(`address-${String(index)}`, 10);
    expect(budget.size).toBe(50_000);
    expect(budget.take("address-59999", 10).waitSeconds).toBeGreaterThan(0);
  });
});
