import { describe, expect, it } from "vitest";
import { acceptance, LEAST_DECISIONS } from "./usage";

const of = (accepted: number, all: number) => ({ accepted, of: all });

describe("C5.4 whether leads with a phrase were accepted more often", () => {
  it("is told with both intervals", () => {
    const told = acceptance({ withIt: of(18, 20), withoutIt: of(50, 100) });
    expect(told?.withIt).toMatchObject({ rate: 0.9, of: 20 });
    expect(told?.withoutIt).toMatchObject({ rate: 0.5, of: 100 });
    expect(told?.withIt.low).toBeCloseTo(0.699, 3);
    expect(told?.withIt.high).toBeCloseTo(0.972, 3);
  });

  it("is not told of a few", () => {
    expect(acceptance({ withIt: of(19, LEAST_DECISIONS - 1), withoutIt: of(5, 100) })).toBeNull();
    expect(acceptance({ withIt: of(19, 100), withoutIt: of(5, LEAST_DECISIONS - 1) })).toBeNull();
  });
});
