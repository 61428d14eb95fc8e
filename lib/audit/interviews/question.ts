/** What reps are asked (A.4): the article's question in our own words. */
export const QUESTION =
  "Think of the last lead that came to you. Did you read what came with it and call, or did you have to find something out first, and what?";
