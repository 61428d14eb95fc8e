/** Given and family names usual in one country; `_` stands for a space inside a name. */
type CountryNames = { women: string[]; men: string[]; family: string[] };

const words = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll("_", " "));
const names = (women: string, men: string, family: string): CountryNames => ({
  women: words(women),
  men: words(men),
  family: words(family),
});

/** By ISO 3166 country code. Combined by chance, so nobody in particular is meant. */
export const NAMES: Readonly<Record<string, CountryNames>> = {
  NO: names(
    "Ingrid Astrid Solveig Kari Hilde Marit Åse Sunniva Tuva Ragnhild",
    "Eirik Håkon Øyvind Bjørn Lars Sindre Torstein Magnus Vegard Kjetil",
    "Solberg Haugen Nygård Bakken Lunde Fjeld Strømsnes Brekke Moen Aasen Rødseth Tangen Vik Østby",
  ),
  SE: names(
    "Linnéa Elsa Annika Malin Freja Åsa Karin Sigrid Ebba Märta",
    "Gustav Anders Viktor Nils Oskar Håkan Emil Jöran Love Sixten",
    "Lindqvist Bergström Åkesson Nyström Hedlund Sjöberg Ekdahl Wallin Forsgren Öberg Lundmark Ryd",
  ),
  DK: names(
    "Freja Mette Søs Kirsten Ida Maja Signe Birgitte Karla Liv",
    "Rasmus Søren Mikkel Frederik Anders Jens Kaj Asger Villads Torben",
    "Kjærgaard Vestergaard Nørgaard Bøgh Lund Thygesen Dalsgaard Holm Krogh Ravn Skovgaard Toft",
  ),
  FI: names(
    "Aino Päivi Katri Eeva Sanna Tuuli Marjatta Helmi Iida Outi",
    "Jukka Väinö Antti Mikko Eero Petteri Timo Aleksi Ilmari Kalle",
    "Virtanen Mäkelä Heikkilä Koskinen Lähteenmäki Saarinen Niemi Hämäläinen Rantanen Aalto Ylönen",
  ),
  GB: names(
    "Harriet Imogen Priya Charlotte Beth Zainab Rosalind Megan Eleanor Chidera",
    "Oliver Callum Rhys Tobias Imran George Alasdair Marcus Dominic Kwame",
    "Ashworth Okafor Pemberton Hussain Whitlock MacAskill Llewellyn Bright Hargreaves Sandhu Thorne",
  ),
  IE: names(
    "Aoife Niamh Saoirse Róisín Gráinne Ciara Orla Sinéad Caoimhe Maeve",
    "Liam Cillian Oisín Pádraig Eoin Tadhg Conor Diarmuid Fionn Seán",
    "O’Dowd Ní_Bhriain Gallagher Ó_Súilleabháin Kinsella MacNamara Delaney Foley Brannigan Tierney",
  ),
  DE: names(
    "Anneliese Katharina Sabine Jülide Friederike Heike Mareike Birgit Lena Svenja",
    "Jürgen Matthias Torben Götz Stefan Emre Wolfgang Jannik Holger Lukas",
    "Müller-Hartwig Schröder Bäumler Weißgerber Kowalczik Yıldırım Ahlers Dörfler von_Rethen Strauß",
  ),
  AT: names(
    "Theresia Magdalena Elfriede Johanna Veronika Ursula Mirjam Barbara",
    "Florian Leopold Gerald Matthäus Alois Benedikt Günther Sebastian",
    "Oberhauser Grüner Steinböck Pichlmayr Hofstätter Zwettler Mühlbacher Lechthaler Kogler Brandl",
  ),
  CH: names(
    "Chiara Noémie Regula Ladina Beatrice Vreni Flurina Corinne",
    "Reto Urs Gian-Marco Beat Luca Yannick Andrin Cédric",
    "Zürcher Bischofberger Rüegg Caduff Aebischer Ammann Bernasconi Favre Hürlimann Schnyder",
  ),
  NL: names(
    "Femke Anouk Saskia Maartje Roos Yasmina Fleur Jacomijn Lotte Sanne",
    "Daan Jeroen Sjoerd Wouter Thijs Bram Youssef Pieter Ruben Joost",
    "van_der_Velden de_Groot Hoekstra Brouwer van_’t_Hof Dijksma el_Amrani Kuipers Visser ten_Brink",
  ),
  BE: names(
    "Élodie Lies Margaux An-Sofie Amandine Griet Nathalie Yara",
    "Thibault Stijn Maxime Koen Jean-François Wim Loïc Bart",
    "Vandenbroucke Delacroix De_Smedt Lemmens Van_Hoof Dubois Claessens Wauters Peeters Renard",
  ),
  FR: names(
    "Hélène Manon Océane Bérénice Aïcha Solène Mathilde Anaïs Clémence Agnès",
    "Étienne Rémi Guillaume Mathieu François Karim Gaël Benoît Yann Loïc",
    "Lefèvre Moreau Bouchard Desrosiers Le_Goff Benali Châtelain Rousselet Garnier Périgord Faure",
  ),
  ES: names(
    "María_José Begoña Inés Lucía Nuria Rocío Ainhoa Montserrat Íngrid Pilar",
    "Íñigo Álvaro Joaquín Sergio Andrés Iker Gonzalo Jordi Ramón Xavier",
    "García_Peña Ibáñez_Ruiz Núñez_Soler Etxeberria Domènech Carrasco_Gil Vázquez_Otero Muñoz_Lara",
  ),
  PT: names(
    "Beatriz Inês Conceição Leonor Matilde Joana Catarina Graça",
    "João Tomás Gonçalo Duarte Henrique Rui Simão Vasco",
    "Ferreira_da_Silva Magalhães Simões Abrantes Conceição Brandão Esteves Furtado Leitão Araújo",
  ),
  IT: names(
    "Giulia Chiara Ludovica Federica Arianna Beatrice Eleonora Ilaria Noemi Ornella",
    "Alessandro Matteo Niccolò Lorenzo Giacomo Davide Enea Raffaele Tommaso Pietro",
    "D’Angelo Bianchetti De_Santis Fumagalli Ruggeri Colombano Lo_Presti Marchetti Esposti Zanardelli",
  ),
  PL: names(
    "Marta Małgorzata Agnieszka Zofia Katarzyna Bożena Jadwiga Łucja Ewelina Grażyna",
    "Paweł Łukasz Grzegorz Stanisław Michał Zbigniew Wojciech Jędrzej Szymon Krzysztof",
    "Wójcik Wiśniewska-Krajek Szczepański Dąbrowski Żukowski Gołębiewski Nowacki Król Jabłoński",
  ),
  CZ: names(
    "Kateřina Božena Zuzana Eliška Markéta Šárka Ludmila Tereza",
    "Jiří Ondřej Vojtěch Lukáš Matěj Přemysl Zdeněk Tomáš",
    "Dvořák Novotný Růžička Procházka Šimek Kučera Čermák Havlíček Tichý Blažek",
  ),
  US: names(
    "Danielle Mackenzie Renee Guadalupe Tiffany Aaliyah Kathleen Soo-Jin Brooke Latoya",
    "Marcus Tyler Javier DeShawn Brandon Nikhil Todd Hank Elijah Wyatt",
    "Whitfield Castellanos Abernathy Nguyen Kowalski Brooks-Tanner Ramirez Stoddard Okonkwo Lindgren",
  ),
  CA: names(
    "Geneviève Mackenna Priyanka Amélie Heather Nadia Maude Kaya",
    "Étienne Gavin Jean-Sébastien Harpreet Angus Mathias Noah Dylan",
    "Tremblay Gagnon-Roy MacLeod Dhaliwal Beaulieu Fraser Sutherland Chartrand Leung Bouchard",
  ),
  BR: names(
    "Mariana Luíza Conceição Thaís Isadora Jussara Letícia Rafaela",
    "Mateus Thiago João_Pedro Caetano Vinícius Murilo Otávio Anderson",
    "Ferraz de_Oliveira Gonçalves Nascimento_Lima Teixeira Guimarães Prado Albuquerque Sampaio Rocha",
  ),
  JP: names(
    "Aiko Haruka Yumi Sakura Naoko Emi Kaori Misaki",
    "Kenji Hiroshi Takumi Daiki Satoshi Ryo Shota Makoto",
    "Tanaka Kobayashi Nakamura Fujimoto Ishikawa Matsuda Okada Hayashi",
  ),
  SG: names(
    "Hui_Min Siti_Aminah Wei_Ling Kavitha Mei_Xuan Nurul",
    "Jun_Jie Arvind Wei_Hao Faisal Kai_Ming Desmond",
    "Tan Lim Ng Rahman Goh Chandran Ong Teo Yeo Koh",
  ),
  AU: names(
    "Matilda Kirra Sheridan Georgia Thuy Jacinta Bronte Tahlia",
    "Lachlan Angus Declan Darcy Minh Brodie Flynn Xavier",
    "Macpherson Nguyen-Hart Fitzgerald Doyle Papadakis Cartwright Brennan Abbott Sinclair Hollis",
  ),
  IN: names(
    "Priya Ananya Lakshmi Meera Deepika Shalini Kavya Nandini",
    "Arjun Rohan Vikram Suresh Aditya Rajesh Karthik Manoj",
    "Sharma Iyer Krishnamurthy Patel Banerjee Deshpande Chaudhary Reddy",
  ),
  NG: names(
    "Oluwaseun Adaeze Chioma Folasade Hauwa Ngozi Temitope Amarachi",
    "Babajide Chukwuemeka Olumide Ibrahim Tunde Obinna Kelechi Musa",
    "Adeyemi-Brightwell Okonjo Eze Balogun Nwachukwu Abubakar Ogunleye Danjuma Olawale Chukwu",
  ),
  ZA: names(
    "Nomvula Anneke Thandiwe Leila Zanele Marike Naledi Refilwe",
    "Sipho Pieter Themba Riaan Kagiso Johan Lwazi Yusuf",
    "Nkosi van_der_Merwe Dlamini Botha Mokoena Jacobs Pillay Ndlovu Erasmus Khumalo",
  ),
};

/** How people of two countries write their own names; those left out keep the Latin form. */
export const NATIVE: Readonly<Record<string, string>> = Object.fromEntries(
  words(
    `Aiko=愛子 Haruka=遥 Yumi=由美 Sakura=さくら Naoko=直子 Emi=恵美 Kaori=香織 Misaki=美咲
     Kenji=健二 Hiroshi=浩 Takumi=匠 Daiki=大輝 Satoshi=聡 Ryo=涼 Shota=翔太 Makoto=誠
     Tanaka=田中 Kobayashi=小林 Nakamura=中村 Fujimoto=藤本 Ishikawa=石川 Matsuda=松田 Okada=岡田
     Hayashi=林 Priya=प्रिया Ananya=अनन्या Meera=मीरा Deepika=दीपिका Arjun=अर्जुन Rohan=रोहन
     Vikram=विक्रम Suresh=सुरेश Sharma=शर्मा Patel=पटेल Deshpande=देशपांडे Chaudhary=चौधरी`,
  ).map((pair) => pair.split("=") as [string, string]),
);
