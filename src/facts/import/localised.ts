/**
 * Localised: what the columns of CRM exports are called in other languages, by their English label.
 *
 * HubSpot and Salesforce write headers in the language of whoever exports. Only columns that mean something to the
 * facts stand here. Not taken from a published list: collected from exports as people show them, so several spellings
 * stand for one label, and one that is missing can be mapped by hand.
 */
import { foldHeader } from './headers.ts';

const LABELS: { readonly [english: string]: string } = {
  'Record ID':
    'Datensatz-ID · Objekt-ID · ID de la fiche d’informations · ID de l’enregistrement · ID de registro · ID del registro · Record-ID · ID do registro · ID record · ID del record',
  'Deal Name':
    'Deal-Name · Dealname · Nom de la transaction · Nombre del negocio · Nombre de la oportunidad · Naam deal · Dealnaam · Naam van de deal · Nome do negócio · Nome affare · Nome dell’affare · Nome trattativa',
  'Deal Stage':
    'Deal-Phase · Dealphase · Phase de la transaction · Étape de la transaction · Etapa del negocio · Dealfase · Fase van de deal · Etapa do negócio · Fase affare · Fase dell’affare · Fase trattativa',
  Pipeline: 'Pipeline de transactions · Pipeline de negocios · Pipeline affari',
  Amount: 'Betrag · Summe · Montant · Importe · Cantidad · Monto · Valor · Bedrag · Importo',
  'Amount in company currency':
    'Betrag in Unternehmenswährung · Montant dans la devise de l’entreprise · Importe en la moneda de la empresa · Bedrag in bedrijfsvaluta · Valor na moeda da empresa · Importo nella valuta aziendale',
  Currency: 'Währung · Devise · Moneda · Divisa · Valuta · Moeda',
  'Close Date':
    'Abschlussdatum · Schlusstermin · Date de fermeture · Date de clôture · Fecha de cierre · Sluitdatum · Sluitingsdatum · Data de fechamento · Data di chiusura',
  'Create Date':
    'Erstelldatum · Erstellungsdatum · Date de création · Fecha de creación · Aanmaakdatum · Datum aangemaakt · Data de criação · Data di creazione',
  'Deal Owner':
    'Deal-Inhaber · Deal-Verantwortlicher · Zuständiger Mitarbeiter für Deal · Propriétaire de la transaction · Propietario del negocio · Dealeigenaar · Eigenaar deal · Proprietário do negócio · Proprietario affare',
  'Contact Owner':
    'Kontakt-Inhaber · Kontaktinhaber · Zuständiger Mitarbeiter · Propriétaire du contact · Propietario del contacto · Eigenaar contactpersoon · Contacteigenaar · Proprietário do contato · Proprietario contatto',
  'Is Closed Won': 'Gewonnen · Ist gewonnen · Conclue gagnée · Es cierre ganado · Is gewonnen · É fechado ganho · È chiusa vinta',
  'Is Deal Closed?':
    'Ist Deal abgeschlossen? · La transaction est-elle fermée ? · ¿El negocio está cerrado? · Is deal gesloten? · O negócio está fechado? · L’affare è chiuso?',
  'Associated Company':
    'Zugeordnetes Unternehmen · Entreprise associée · Empresa asociada · Gekoppeld bedrijf · Empresa associada · Azienda associata',
  'Associated Company IDs':
    'Zugeordnete Unternehmens-IDs · IDs de l’entreprise associée · ID de empresa asociada · Gekoppelde bedrijfs-ID’s · IDs da empresa associada · ID aziende associate',
  'Associated Contact IDs':
    'Zugeordnete Kontakt-IDs · IDs des contacts associés · ID de contactos asociados · Gekoppelde contactpersoon-ID’s · IDs dos contatos associados · ID contatti associati',
  'First Name': 'Vorname · Prénom · Nombre · Voornaam · Primeiro nome · Nome',
  'Last Name': 'Nachname · Nom de famille · Apellidos · Apellido · Achternaam · Sobrenome · Cognome',
  Email: 'E-Mail · E-Mail-Adresse · E-mail · Adresse e-mail · Correo · Correo electrónico · E-mailadres · Indirizzo e-mail',
  'Job Title': 'Jobtitel · Position · Berufsbezeichnung · Intitulé du poste · Cargo · Puesto · Functietitel · Functie · Qualifica',
  'Lifecycle Stage':
    'Lifecycle-Phase · Phase du cycle de vie · Etapa del ciclo de vida · Levenscyclusfase · Estágio do ciclo de vida · Fase del ciclo di vita',
  'Lead Status': 'Lead-Status · Statut du lead · Estado del lead · Leadstatus · Status do lead · Stato del lead',
  'Original Traffic Source':
    'Original-Traffic-Quelle · Ursprüngliche Traffic-Quelle · Ursprüngliche Quelle · Source de trafic initiale · Source d’origine · Fuente de tráfico original · Fuente original · Oorspronkelijke verkeersbron · Oorspronkelijke bron · Origem de tráfego original · Fonte original · Fonte di traffico originale · Fonte originale',
  'Primary Associated Company ID':
    'ID des primären zugeordneten Unternehmens · ID de l’entreprise associée principale · ID de empresa asociada principal · ID van primair gekoppeld bedrijf · ID da empresa associada principal · ID azienda associata principale',
  'Company Name':
    'Unternehmensname · Name des Unternehmens · Nom de l’entreprise · Nombre de la empresa · Bedrijfsnaam · Nome da empresa · Nome azienda · Nome dell’azienda',
  'Company Domain Name':
    'Unternehmens-Domain-Name · Domain-Name des Unternehmens · Nom de domaine de l’entreprise · Nombre de dominio de la empresa · Bedrijfsdomein · Domeinnaam van bedrijf · Nome de domínio da empresa · Nome di dominio dell’azienda',
  Industry: 'Branche · Secteur d’activité · Sector · Bedrijfstak · Setor · Settore',
  'Closed Lost Reason':
    'Grund für verlorenen Deal · Raison de la perte · Motivo de la pérdida · Reden voor verlies · Motivo da perda · Motivo della perdita',
};

/** Folded spelling → English label. */
const ENGLISH = new Map(
  Object.entries(LABELS).flatMap(([english, list]) => list.split(' · ').map((label) => [foldHeader(label), english] as const)),
);

/** The English label that a header of another language stands for; null: none that is known. */
export const englishOf = (header: string): string | null => ENGLISH.get(foldHeader(header)) ?? null;
