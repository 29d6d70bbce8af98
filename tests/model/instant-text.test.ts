import { instantText } from "../../src/model/instant-text";
import { EARLIEST_INSTANT, LATEST_INSTANT } from "../../src/model/partial-date";

describe("instantText", () => {
  it.each(["2020-01-03T21:30:00.000Z", "0000-01-01T00:00:00.000Z", "0050-03-15T00:00:00.000Z", "9999-12-31T23:59:59.999Z"])(
    "writes %s",
    (text) => {
      expect(instantText(Date.parse(text))).toBe(text);
    },
  );

  it.each([Date.parse("-000001-12-31T23:59:59.999Z"), Date.parse("+010000-01-01T00:00:00.000Z"), EARLIEST_INSTANT, LATEST_INSTANT])(
    "has no text for %d, whose year has no four digits",
    (instant) => {
      expect(instantText(instant)).toBeNull();
    },
  );
});
