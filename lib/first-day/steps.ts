/** What has to be there before the first handoff, in the order to do it in; true where it is. */
export type FirstSteps = {
  people: boolean;
  connections: boolean;
  icp: boolean;
  routing: boolean;
  leads: boolean;
};
