/**
 * Industries as LinkedIn named them until 2022, which Clearbit, Apollo and most CRMs still speak,
 * and as newer lists word them, each as our vertical and second-order vertical (C2.3). Source of
 * the names: learn.microsoft.com/linkedin/shared/references/reference-tables/industry-codes.
 * Written `name and other names = vertical, second-order vertical`.
 */
const NAMES = `
accounting = Professional services, accounting
airlines/aviation | airlines and aviation = Travel, airlines
alternative dispute resolution = Legal, dispute resolution
alternative medicine = Healthcare, alternative medicine
animation = Media, animation
apparel & fashion | retail apparel and fashion = Consumer goods, apparel
architecture & planning | architecture and planning = Construction, architecture
arts and crafts | artists and writers = Arts, crafts
automotive | motor vehicle manufacturing = Automotive, vehicles
aviation & aerospace | aviation and aerospace component manufacturing = Manufacturing, aerospace
banking = Finance, banking
biotechnology | biotechnology research = Pharma, biotech
broadcast media | broadcast media production and distribution = Media, broadcast
building materials | wholesale building materials = Construction, building materials
business supplies and equipment = Manufacturing, business supplies
capital markets = Finance, capital markets
chemicals | chemical manufacturing = Manufacturing, chemicals
civic & social organization | civic and social organizations = Non-profit, civic
civil engineering = Construction, civil engineering
commercial real estate | leasing non-residential real estate = Real estate, commercial
computer & network security | computer and network security | cybersecurity = Technology, security
computer games = Technology, games
computer hardware | computer hardware manufacturing = Technology, hardware
computer networking | computer networking products = Technology, networking
computer software | software development | software = Technology, software
construction = Construction, building
consumer electronics | computers and electronics manufacturing = Electronics, consumer
consumer goods | manufacturing consumer goods = Consumer goods, household
consumer services = Consumer services, households
cosmetics | personal care product manufacturing = Consumer goods, cosmetics
dairy | dairy product manufacturing = Food, dairy
defense & space | defense and space manufacturing = Manufacturing, defence
design | design services = Professional services, design
e-learning | e-learning providers | elearning = Education, e-learning
education management | education administration programs = Education, management
electrical/electronic manufacturing | appliances electrical and electronics manufacturing = Electronics, manufacturing
entertainment | entertainment providers = Media, entertainment
environmental services = Environment, services
events services = Professional services, events
executive office | executive offices = Government, executive
facilities services = Facilities, services
farming = Agriculture, farming
financial services = Finance, services
fine art = Arts, fine art
fishery | fisheries = Agriculture, fishing
food & beverages | food and beverage services = Food, beverages
food production | food and beverage manufacturing = Food, production
fund-raising | fundraising = Non-profit, fundraising
furniture | furniture and home furnishings manufacturing = Manufacturing, furniture
gambling & casinos | gambling facilities and casinos = Leisure, gambling
glass, ceramics & concrete | glass ceramics and concrete manufacturing = Manufacturing, glass and ceramics
government administration = Government, administration
government relations | government relations services = Government, relations
graphic design = Professional services, graphic design
health, wellness and fitness | health wellness & fitness | wellness and fitness services = Healthcare, wellness
higher education = Education, university
hospital & health care | hospitals and health care = Healthcare, hospitals
hospitality = Hospitality, hotels
human resources | human resources services = Professional services, human resources
import and export | wholesale import and export = Wholesale, import and export
individual & family services | individual and family services = Non-profit, family services
industrial automation | automation machinery manufacturing = Manufacturing, automation
information services = Technology, information services
information technology and services | it services and it consulting | information technology = Technology, IT services
insurance = Insurance, general
international affairs = Government, international affairs
international trade and development = Government, trade
internet | technology information and internet = Technology, internet
investment banking = Finance, investment banking
investment management = Finance, investment management
judiciary | administration of justice = Government, judiciary
law enforcement = Government, law enforcement
law practice = Legal, law practice
legal services = Legal, services
legislative office | legislative offices = Government, legislature
leisure, travel & tourism | travel arrangements | leisure travel and tourism = Travel, tourism
libraries = Education, libraries
logistics and supply chain | transportation logistics supply chain and storage = Logistics, supply chain
luxury goods & jewelry | retail luxury goods and jewelry = Consumer goods, luxury
machinery | machinery manufacturing = Manufacturing, machinery
management consulting | business consulting and services = Consulting, management
maritime | maritime transportation = Logistics, maritime
market research = Professional services, market research
marketing and advertising | advertising services = Media, advertising
mechanical or industrial engineering | mechanical or industrial engineering services = Manufacturing, industrial engineering
media production = Media, production
medical devices | medical equipment manufacturing = Healthcare, medical devices
medical practice | medical practices = Healthcare, medical practice
mental health care = Healthcare, mental health
military | armed forces = Government, military
mining & metals | mining = Mining, metals
motion pictures and film | movies videos and sound = Media, film
museums and institutions | museums historical sites and zoos = Arts, museums
music | musicians = Media, music
nanotechnology | nanotechnology research = Technology, nanotechnology
newspapers | newspaper publishing = Media, newspapers
nonprofit organization management | non-profit organizations | non-profit organization management = Non-profit, management
oil & energy | oil and gas = Energy, oil and gas
online media | online audio and video media = Media, online
outsourcing/offshoring | outsourcing and offshoring consulting = Consulting, outsourcing
package/freight delivery | package freight delivery | freight and package transportation = Logistics, freight and parcels
packaging and containers | packaging and containers manufacturing = Manufacturing, packaging
paper & forest products | paper and forest product manufacturing = Manufacturing, paper
performing arts = Arts, performing
pharmaceuticals | pharmaceutical manufacturing = Pharma, pharmaceuticals
philanthropy | philanthropic fundraising services = Non-profit, philanthropy
photography = Arts, photography
plastics | plastics manufacturing = Manufacturing, plastics
political organization | political organizations = Government, politics
primary/secondary education | primary and secondary education = Education, schools
printing | printing services = Manufacturing, printing
professional training & coaching | professional training and coaching = Education, training
program development = Technology, program development
public policy | public policy offices = Government, policy
public relations and communications | public relations and communications services = Media, public relations
public safety = Government, safety
publishing | book and periodical publishing = Media, publishing
railroad manufacture | railroad equipment manufacturing = Manufacturing, rail
ranching = Agriculture, ranching
real estate = Real estate, residential
recreational facilities and services | recreational facilities = Leisure, recreation
religious institutions = Non-profit, religion
renewables & environment | renewable energy | renewable energy semiconductor manufacturing = Energy, renewables
research | research services = Professional services, research
restaurants = Hospitality, restaurants
retail = Retail, stores
security and investigations = Facilities, security
semiconductors | semiconductor manufacturing = Electronics, semiconductors
shipbuilding = Manufacturing, shipbuilding
sporting goods | sporting goods manufacturing = Consumer goods, sports
sports | spectator sports = Leisure, sports
staffing and recruiting = Professional services, staffing
supermarkets | retail groceries = Retail, grocery
telecommunications = Telecommunications, networks
textiles | textile manufacturing = Manufacturing, textiles
think tanks = Non-profit, think tanks
tobacco | tobacco manufacturing = Consumer goods, tobacco
translation and localization = Professional services, translation
transportation/trucking/railroad | truck transportation | ground passenger transportation = Logistics, road and rail
utilities = Energy, utilities
venture capital & private equity | venture capital and private equity principals = Finance, private equity
veterinary | veterinary services = Healthcare, veterinary
warehousing | warehousing and storage = Logistics, warehousing
wholesale = Wholesale, distribution
wine and spirits | beverage manufacturing = Food, wine and spirits
wireless | wireless services = Telecommunications, wireless
writing and editing = Media, writing`;

/** An industry's name for comparing: '&' and 'and' are one, punctuation and case say nothing. */
export function industryKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Our words for an industry by its key: 'Technology, software' for 'computer software'. */
export const INDUSTRY_NAMES: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split("\n")
    .flatMap((line) => {
      const [names = "", words = ""] = line.split(" = ");
      return names.split(" | ").map((name) => [industryKey(name), words] as const);
    }),
);
