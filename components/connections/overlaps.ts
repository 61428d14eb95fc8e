/** For how long the secret before holds besides a new one, in hours. */
export const OVERLAPS = {
  24: "For one day more",
  168: "For a week more",
  0: "Not any more",
} as const;
