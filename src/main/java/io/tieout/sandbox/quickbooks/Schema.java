package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The properties each entity may have. QuickBooks is strict on writes: an unknown property is refused with 2010, naming
 * the known ones [R]. Names are those of Intuit's schema [S]; {@code Name:Type} says where to look further down,
 * {@code @Type} takes over the properties of another.
 */
final class Schema {
    private static final String DEFINITIONS = """
            Entity = Id SyncToken MetaData CustomField AttachableRef domain status sparse
            Reference = value name type
            LinkedTxn = TxnId TxnType TxnLineId
            Transaction = @Entity DocNumber TxnDate DepartmentRef:Reference CurrencyRef:Reference ExchangeRate PrivateNote \
            TxnStatus LinkedTxn:LinkedTxn Line:Line TxnTaxDetail TxnSource TaxFormType TaxFormNum TransactionLocationType \
            TxnApprovalInfo RecurDataRef:Reference RecurringInfo ProjectRef:Reference TotalCostAmount HomeTotalCostAmount
            Line = Id LineNum Description Amount Received LinkedTxn:LinkedTxn DetailType CustomField LineEx \
            ProjectRef:Reference CostAmount HomeCostAmount JournalEntryLineDetail:JournalEntryLineDetail \
            AccountBasedExpenseLineDetail:AccountBasedExpenseLineDetail ItemBasedExpenseLineDetail DescriptionLineDetail \
            TaxLineDetail SubTotalLineDetail
            EntityTypeRef = Type EntityRef:Reference
            JournalEntryLineDetail = PostingType Entity:EntityTypeRef AccountRef:Reference ClassRef:Reference \
            DepartmentRef:Reference TaxCodeRef:Reference TaxRateRef:Reference TaxApplicableOn TaxAmount TaxInclusiveAmt \
            BillableStatus JournalCodeRef:Reference JournalEntryLineDetailEx
            AccountBasedExpenseLineDetail = CustomerRef:Reference ClassRef:Reference AccountRef:Reference BillableStatus \
            MarkupInfo TaxAmount TaxCodeRef:Reference TaxInclusiveAmt ExpenseDetailLineDetailEx
            JournalEntry = @Transaction Adjustment HomeCurrencyAdjustment EnteredInHomeCurrency GlobalTaxCalculation \
            TotalAmt HomeTotalAmt JournalEntryEx
            Purchase = @Transaction VendorRef:Reference APAccountRef:Reference TotalAmt BillEmail ReplyEmail Memo \
            GlobalTaxCalculation VendorAddr Balance IncludeInAnnualTPAR
            Bill = @Purchase PayerRef:Reference SalesTermRef:Reference DueDate RemitToAddr ShipAddr HomeBalance BillEx LessCIS
            VendorCredit = @Purchase VendorCreditEx
            CheckPayment = BankAccountRef:Reference PrintStatus CheckDetail PayeeAddr BillPaymentCheckEx
            CardPayment = CCAccountRef:Reference CCDetail BillPaymentCreditCardEx
            BillPayment = @Transaction VendorRef:Reference VendorAddr APAccountRef:Reference PayType \
            CheckPayment:CheckPayment CreditCardPayment:CardPayment TotalAmt ProcessBillPayment BillPaymentEx
            Account = @Entity Name SubAccount ParentRef:Reference Description FullyQualifiedName AccountAlias \
            TxnLocationType Active Classification AccountType AccountSubType AccountPurposes AcctNum AcctNumExtn BankNum \
            OpeningBalance OpeningBalanceDate CurrentBalance CurrentBalanceWithSubAccounts CurrencyRef:Reference TaxAccount \
            TaxCodeRef:Reference OnlineBankingEnabled FIName JournalCodeRef:Reference AccountEx
            Class = @Entity Name SubClass ParentRef:Reference FullyQualifiedName Active ClassEx
            Department = @Entity Name SubDepartment ParentRef:Reference FullyQualifiedName Active Address DepartmentEx
            Person = @Entity Title GivenName MiddleName FamilyName Suffix FullyQualifiedName CompanyName DisplayName \
            PrintOnCheckName Active V4IDPseudonym PrimaryPhone AlternatePhone Mobile Fax PrimaryEmailAddr WebAddr \
            OtherContactInfo DefaultTaxCodeRef:Reference BillAddr ShipAddr OtherAddr Notes Balance OpenBalanceDate \
            CreditLimit AcctNum CurrencyRef:Reference ParentRef:Reference Source BusinessNumber GSTIN GSTRegistrationType
            Vendor = @Person TaxIdentifier TermRef:Reference VendorTypeRef:Reference PrefillAccountRef:Reference BillRate \
            Vendor1099 APAccountRef:Reference T4AEligible T5018Eligible HasTPAR TaxReportingBasis VendorPaymentBankDetail \
            CostRate VendorEx
            Customer = @Person Taxable Job BillWithParent Level CustomerTypeRef:Reference SalesTermRef:Reference \
            PaymentMethodRef:Reference BalanceWithJobs PreferredDeliveryMethod ResaleNum ARAccountRef:Reference \
            PrimaryTaxIdentifier SecondaryTaxIdentifier TaxExemptionReasonId IsProject ClientEntityId CustomerEx
            """;

    /** Known properties and their types (empty for those not looked into), by type. */
    private static final Map<String, Map<String, String>> TYPES = types();

    private Schema() {}

    private static Map<String, Map<String, String>> types() {
        var types = new HashMap<String, Map<String, String>>();
        DEFINITIONS.lines().forEach(line -> {
            String[] sides = line.split(" = ");
            var properties = new LinkedHashMap<String, String>();
            for (String word : sides[1].trim().split("\\s+")) {
                int colon = word.indexOf(':');
                if (word.startsWith("@")) {
                    properties.putAll(types.getOrDefault(word.substring(1), Map.of()));
                } else {
                    properties.put(
                            colon < 0 ? word : word.substring(0, colon), colon < 0 ? "" : word.substring(colon + 1));
                }
            }
            types.put(sides[0], properties);
        });
        return types;
    }

    /**
     * Looks for unknown properties at every level.
     *
     * @throws QuickBooksFault 2010 for the first one found
     */
    static void check(EntityType type, JsonNode entity) {
        check(type.word(), entity);
    }

    private static void check(String type, JsonNode node) {
        if (node.isArray()) {
            node.forEach(element -> check(type, element));
            return;
        }
        Map<String, String> known = TYPES.getOrDefault(type, Map.of());
        node.fields().forEachRemaining(member -> {
            if (!known.containsKey(member.getKey())) {
                throw unknown(type, member.getKey(), known);
            }
            String memberType = known.getOrDefault(member.getKey(), "");
            if (!memberType.isEmpty()) {
                check(memberType, member.getValue());
            }
        });
    }

    private static QuickBooksFault unknown(String type, String property, Map<String, String> known) {
        String listed = "\"" + String.join("\", \"", known.keySet()) + "\"";
        return QuickBooksFault.badProperty("Property Name:Unrecognized field \"" + property
                + "\" (Class com.intuit.schema.finance.v3." + type + "), not marked as ignorable (" + known.size()
                + " known properties: " + listed + ") specified is unsupported or invalid");
    }

    /** Whether a query may name this property of the entity (first part of a dotted name). */
    static boolean knows(EntityType type, String property) {
        return TYPES.getOrDefault(type.word(), Map.of()).keySet().stream().anyMatch(property::equalsIgnoreCase);
    }
}
