import type { RequestContext } from "../api/request/request-context";
import type { RequestNote } from "./request-note";

/** What a request brings that came by HTTP. */
export interface HttpContext extends RequestContext {
  readonly note: RequestNote;
}
