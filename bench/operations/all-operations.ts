import { COUNT_OPERATIONS } from "./counts";
import type { Marks, Operation } from "./operation";
import { deepPage, PAGE_OPERATIONS } from "./pages";
import { searchOperations } from "./searches";
import { sharedTopics, WIDE_OPERATIONS } from "./wide";

/** Every operation of the benchmark, in the order of its table. */
export function allOperations(marks: Marks): readonly Operation[] {
  return [...PAGE_OPERATIONS, deepPage(marks), sharedTopics(marks), ...WIDE_OPERATIONS, ...searchOperations(marks), ...COUNT_OPERATIONS];
}
