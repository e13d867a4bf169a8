/** Every family of the corpus. */
import type { Family } from './corpus.ts';
import { adWarehouse } from './ad-warehouse/ad-warehouse.ts';
import { ga4 } from './ga4/ga4.ts';
import { googleAds } from './google-ads/google-ads.ts';
import { linkedinAds } from './linkedin-ads/linkedin-ads.ts';
import { metaAds } from './meta-ads/meta-ads.ts';
import { microsoftAds } from './microsoft-ads/microsoft-ads.ts';
import { offline } from './offline/offline.ts';
import { touches } from './touches/touches.ts';
import { hubspot } from './hubspot/hubspot.ts';
import { marketo } from './marketo/marketo.ts';
import { salesforce } from './salesforce/salesforce.ts';
import { ugly } from './ugly/ugly.ts';

export const FAMILIES: readonly Family[] = [
  adWarehouse,
  ga4,
  googleAds,
  linkedinAds,
  metaAds,
  microsoftAds,
  offline,
  touches,
  hubspot,
  marketo,
  salesforce,
  ugly,
];
