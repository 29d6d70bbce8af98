import type { RequestContext } from "../../api/request/request-context";
import type { Budget } from "../cost/cost-budget";
import type { RequestNote } from "../watching/request-note";

/** What a request brings that came by HTTP. */
export interface HttpContext extends RequestContext {
  readonly note: RequestNote;
  /** Takes points from the client's budget; null where there is none. */
  charge(points: number): Budget | null;
}
