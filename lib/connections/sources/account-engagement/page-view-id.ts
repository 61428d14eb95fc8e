/** What a page view is called here, so that it counts once whether a visit or an activity tells of it. */
export const pageViewId = (connectionId: string, id: string): string =>
  `pardot-${connectionId.slice(0, 8)}-page-${id}`;
