/** Codes of an industry classification and our words for them; the longest beginning counts. */
type Codes = Readonly<Record<string, string>>;

const table = (text: string): Codes =>
  Object.fromEntries(
    text
      .trim()
      .split("\n")
      .map((line) => line.split(" = ") as [string, string]),
  );

/** NAICS 2022, by sector and, where our verticals need it, by subsector (census.gov/naics). */
export const NAICS: Codes = table(`
11 = Agriculture, farming
21 = Mining, extraction
211 = Energy, oil and gas
22 = Energy, utilities
23 = Construction, building
31 = Manufacturing, consumer products
311 = Food, production
3115 = Food, dairy
312 = Food, beverages
313 = Manufacturing, textiles
315 = Consumer goods, apparel
32 = Manufacturing, materials
322 = Manufacturing, paper
324 = Energy, oil and gas
325 = Manufacturing, chemicals
3254 = Pharma, pharmaceuticals
326 = Manufacturing, plastics
327 = Manufacturing, glass and ceramics
33 = Manufacturing, metal and machinery
333 = Manufacturing, machinery
334 = Electronics, manufacturing
335 = Electronics, electrical equipment
336 = Automotive, vehicles
3363 = Automotive, parts
3364 = Manufacturing, aerospace
337 = Manufacturing, furniture
3391 = Healthcare, medical devices
42 = Wholesale, distribution
4242 = Pharma, distribution
44 = Retail, stores
445 = Retail, grocery
45 = Retail, stores
4541 = Retail, e-commerce
48 = Logistics, transport
481 = Travel, airlines
482 = Logistics, rail
483 = Logistics, maritime
484 = Logistics, road freight
488 = Logistics, supply chain
49 = Logistics, freight and parcels
493 = Logistics, warehousing
51 = Media, information
513 = Media, publishing
5112 = Technology, software
5132 = Technology, software
517 = Telecommunications, networks
518 = Technology, IT services
52 = Finance, services
522 = Finance, banking
524 = Insurance, general
53 = Real estate, leasing
54 = Professional services, general
5411 = Legal, services
5412 = Professional services, accounting
5415 = Technology, IT services
5416 = Consulting, management
5418 = Media, advertising
55 = Finance, holdings
56 = Facilities, services
5613 = Professional services, staffing
61 = Education, schools
6113 = Education, university
62 = Healthcare, services
622 = Healthcare, hospitals
71 = Leisure, recreation
72 = Hospitality, hotels and restaurants
81 = Consumer services, households
813 = Non-profit, organisations
92 = Government, administration`);

/** SIC 1987, by major group (osha.gov/data/sic-manual). */
export const SIC: Codes = table(`
0 = Agriculture, farming
1 = Mining, extraction
13 = Energy, oil and gas
15 = Construction, building
16 = Construction, civil engineering
17 = Construction, trades
20 = Food, production
202 = Food, dairy
208 = Food, beverages
21 = Consumer goods, tobacco
22 = Manufacturing, textiles
23 = Consumer goods, apparel
24 = Manufacturing, wood
25 = Manufacturing, furniture
26 = Manufacturing, paper
27 = Media, publishing
28 = Manufacturing, chemicals
283 = Pharma, pharmaceuticals
29 = Energy, oil and gas
30 = Manufacturing, plastics
32 = Manufacturing, glass and ceramics
33 = Manufacturing, metals
34 = Manufacturing, metals
35 = Manufacturing, machinery
357 = Technology, hardware
36 = Electronics, manufacturing
367 = Electronics, semiconductors
37 = Automotive, vehicles
372 = Manufacturing, aerospace
38 = Manufacturing, instruments
384 = Healthcare, medical devices
40 = Logistics, rail
42 = Logistics, road freight
422 = Logistics, warehousing
44 = Logistics, maritime
45 = Travel, airlines
47 = Logistics, supply chain
48 = Telecommunications, networks
49 = Energy, utilities
50 = Wholesale, distribution
51 = Wholesale, distribution
5122 = Pharma, distribution
52 = Retail, stores
53 = Retail, stores
54 = Retail, grocery
55 = Automotive, dealers
56 = Retail, apparel
57 = Retail, furniture
58 = Hospitality, restaurants
59 = Retail, stores
60 = Finance, banking
61 = Finance, credit
62 = Finance, capital markets
63 = Insurance, general
64 = Insurance, brokers
65 = Real estate, general
67 = Finance, holdings
70 = Hospitality, hotels
72 = Consumer services, households
73 = Professional services, general
731 = Media, advertising
7361 = Professional services, staffing
737 = Technology, IT services
7372 = Technology, software
75 = Automotive, services
78 = Media, film
79 = Leisure, recreation
80 = Healthcare, services
806 = Healthcare, hospitals
81 = Legal, services
82 = Education, schools
822 = Education, university
83 = Non-profit, family services
86 = Non-profit, organisations
87 = Professional services, engineering
874 = Consulting, management
9 = Government, administration`);

/** Our words for a code, by its longest known beginning; null where no part of it is known. */
export function wordsOfCode(codes: Codes, code: string): string | null {
  const digits = code.replace(/\D/g, "");
  for (let length = digits.length; length > 0; length -= 1) {
    const found = codes[digits.slice(0, length)];
    if (found) return found;
  }
  return null;
}
