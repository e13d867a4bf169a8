/**
 * Parts from which invented names are put together, by language. A company's stem is a first and a second part
 * (Molen + brink), followed by a word of its sector. Any likeness to a real company is chance.
 */
import type { Sector } from './channels.ts';

export type Language = 'nl' | 'de' | 'fr' | 'north';
export type NameParts = {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly words: Readonly<Record<Sector, readonly string[]>>;
  readonly towns: readonly string[];
};

const list = (text: string): readonly string[] => text.split(' ');
const words = (food: string, building: string, paper: string, chemicals: string, retail: string, machinery: string): NameParts['words'] => {
  const split = (text: string): readonly string[] => text.split(', ');
  return {
    'Food and drink': split(food),
    'Building materials': split(building),
    'Paper and packaging': split(paper),
    'Chemicals and paint': split(chemicals),
    'Retail and wholesale': split(retail),
    Machinery: split(machinery),
  };
};

export const NAME_PARTS: Readonly<Record<Language, NameParts>> = {
  nl: {
    first: list(
      'Molen Haven Polder Duin Berken Linde Vaart Kromme Reger Merle Wiel Zand Heide Kade Eiken Zilver Roggen Ganze Linge Reiger',
    ),
    second: list('brink donk stee gaard laar horst kamp waard zijl mond hof loo sluis beek vliet akker drift rode meent tol'),
    words: words(
      'Cold Chain, Vers, Zuivel, Dranken, Bakkerijen, Groenten',
      'Bouwstoffen, Beton, Houthandel, Steen, Isolatie, Dakmaterialen',
      'Papier, Karton, Verpakkingen, Etiketten, Dozen, Folie',
      'Verf, Chemie, Lakken, Reiniging, Harsen, Coatings',
      'Groothandel, Wonen, Tuin, Sport, Keukens, Fietsen',
      'Machines, Pompen, Staal, Lagers, Techniek, Landbouw',
    ),
    towns: list('Oudevaart Nijloo Zuidermond Westzijl Heilaar Drostbeek'),
  },
  de: {
    first: list('Oster Linden Korn Hage Ahl Brack Rode Eichen Birken Stein Falken Hasel Mohr Tann Erlen Gold Rauh Wolken Kessel Dohlen'),
    second: list('kamp haus brück feldt rath hofer hagen walder mühl stedt burger au loh garten horst lage scheid taler kotten wiese'),
    words: words(
      'Feinkost, Molkerei, Mühlen, Getränke, Backwaren, Tiefkühl',
      'Baustoffe, Ziegel, Dämmstoffe, Fliesen, Holz, Fertigteile',
      'Papier, Verpackungen, Kartonagen, Etiketten, Folien, Druck',
      'Farben, Lacke, Chemie, Harze, Reiniger, Klebstoffe',
      'Großhandel, Möbel, Gartenwelt, Haushalt, Sport, Küchen',
      'Maschinen, Pumpen, Antriebe, Stahl, Getriebe, Landtechnik',
    ),
    towns: list('Lippfeld Brackheim Ahlstetten Rodenau Kesselbrunn Haselmünde'),
  },
  fr: {
    first: list('Tess Del Mar Bel Cour Vau Per Lam Gran Font Char Bré Sau Mont Vill Arn Rou Gail Puy Ser'),
    second: list('ier orme chant andre celle bertin ault eron aine ardin igny ette ouvier illon eau ac ange oisel umont elle'),
    words: words(
      'Primeurs, Laiterie, Boissons, Biscuits, Conserves, Traiteur',
      'Matériaux, Béton, Tuiles, Isolants, Bois, Carrelages',
      'Papeterie, Cartons, Emballages, Étiquettes, Films, Imprimerie',
      'Peintures, Chimie, Vernis, Résines, Détergents, Colles',
      'Négoce, Mobilier, Jardin, Sport, Maison, Cuisines',
      'Machines, Pompes, Aciers, Roulements, Mécanique, Agricole',
    ),
    towns: list('Valmerle Rochebrune-sur-Lie Montferrin Bréaucourt Sauvelle Puyragon'),
  },
  north: {
    first: list('Fjord Skov Sund Ström Vester Lind Havn Elv Gran Ask Holm Vik Sol Dal Kron Rosen Alm Björk Svane Måne'),
    second: list('gros by strand lund borg mark nes stad hult gård fors haug bro sjö vang rud torp holt eng klint'),
    words: words(
      'Mejeri, Fisk, Bageri, Drikke, Frost, Grønt',
      'Byg, Beton, Trä, Isolering, Tegl, Tak',
      'Papir, Emballage, Kartong, Etiketter, Folie, Tryk',
      'Färg, Kemi, Lak, Lim, Rens, Harpiks',
      'Engros, Møbler, Sport, Hjem, Have, Cykler',
      'Maskin, Pumper, Stål, Teknik, Lager, Landbrug',
    ),
    towns: list('Østermark Vesterhult Nordfors Sundhaug Almby Elvestad'),
  },
};

export const FIRST_NAMES: Readonly<Record<Language, readonly string[]>> = {
  nl: list(
    'Anouk Bas Carlijn Daan Esmee Femke Gijs Hanna Ilse Jelle Koen Lotte Maarten Nienke Olaf Puck Ruben Saskia Teun Ursula Vera Wim',
  ),
  de: list(
    'Anke Bernd Claudia Dirk Elke Frieder Gesa Hannes Ines Jörg Karla Lutz Maike Norbert Olga Petra Ralf Silke Torben Ute Volker Wiebke',
  ),
  fr: list(
    'Agathe Bruno Chloé Damien Élise Fabien Gaëlle Hugo Inès Jérôme Karine Loïc Maud Noël Odile Pascal Quentin Renée Solène Tanguy Ugo Valérie',
  ),
  north: list('Astrid Bo Cecilie Dag Elin Frode Gunn Henrik Ida Jonas Kaja Lars Maja Nils Oda Per Runa Signe Tor Ulla Vidar Ylva'),
};

export const LAST_NAMES: Readonly<Record<Language, readonly string[]>> = {
  nl: list(
    'Aalders Brinkhof Coster Doornik Eekman Fokkema Grootjans Hoekema Idsinga Jagers Kuiperink Lankhorst Mulderij Nagelhout Oosterling Postmaat',
  ),
  de: list(
    'Amsler Bleicher Dornfeld Ebersohn Fährmann Grauert Hollender Immel Jaspers Kettler Lohrengel Mahnke Nießen Opitz Pfannkuch Rohwer',
  ),
  fr: list(
    'Aubrac Bellanger Cazeneuve Duvallon Estève Ferrandis Gaudron Hervieu Jossic Kerlan Lacaze Mourier Nadeau Orsini Pelloux Quillard',
  ),
  north: list('Aakre Bergdahl Dalsgaard Engman Fossum Grindal Hellberg Iversholt Juhl Kvarnes Lindgrav Moen Nordtorp Ostrem Pihl Rydmark'),
};
