package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A refusal in QuickBooks' own words. Codes and texts: Intuit's error code table [I], wording of recorded answers where
 * one was found [R].
 */
final class QuickBooksFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String title;
    private final String detail;

    private QuickBooksFault(String code, String title, String detail) {
        super(code + " " + title + ": " + detail, null, false, false);
        this.code = code;
        this.title = title;
        this.detail = detail;
    }

    String code() {
        return code;
    }

    /** {@code {"Error":[...],"type":"ValidationFault"}}, the shape of the API itself [R]. */
    ObjectNode node() {
        ObjectNode fault = Json.object();
        fault.putArray("Error")
                .addObject()
                .put("Message", title)
                .put("Detail", detail)
                .put("code", code)
                .put("element", "");
        fault.put("type", "ValidationFault");
        return fault;
    }

    static QuickBooksFault unsupported(String detail) {
        return new QuickBooksFault("500", "Unsupported Operation", detail);
    }

    static QuickBooksFault duplicateRequestId(String requestId) {
        return new QuickBooksFault("600", "Duplicate Request Id", "Duplicate request id : " + requestId);
    }

    /** An object that is gone or was never there, or something inactive: QuickBooks does not say which [R]. */
    static QuickBooksFault notFound() {
        return new QuickBooksFault(
                "610",
                "Object Not Found",
                "Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts,"
                        + " customers, items, vendors or employees.");
    }

    static QuickBooksFault batchTooBig(int itemsMax) {
        return new QuickBooksFault(
                "1040",
                "Batch size exceeded",
                "The number of items in the batch request exceeds the maximum of " + itemsMax);
    }

    static QuickBooksFault badProperty(String detail) {
        return new QuickBooksFault("2010", "Request has invalid or unsupported property", detail);
    }

    static QuickBooksFault missing(String parameter) {
        return new QuickBooksFault(
                "2020",
                "Required param missing, need to supply the required value for the API",
                "Required parameter " + parameter + " is missing in the request");
    }

    static QuickBooksFault badId(String id) {
        return new QuickBooksFault("2030", "Invalid ID", "Id should be a valid number. Supplied value:" + id);
    }

    static QuickBooksFault badLength(int max, int supplied) {
        return new QuickBooksFault(
                "2050",
                "String length is either shorter or longer than supported by specification",
                "String length specified does not match the supported length. Min:0 Max:" + max
                        + " supported. Supplied length:" + supplied);
    }

    /** The exact code within 2060-2240 was not found [K]. */
    static QuickBooksFault badDate(String value) {
        return new QuickBooksFault("2060", "Invalid Date", "Invalid date value supplied:" + value);
    }

    /** The exact code within 2060-2240 was not found [K]. */
    static QuickBooksFault badNumber(String value) {
        return new QuickBooksFault("2090", "Invalid Number", "Invalid number value supplied:" + value);
    }

    static QuickBooksFault badEnumeration(String property, String value) {
        return new QuickBooksFault(
                "2170", "Invalid Enumeration", "Invalid Enumeration : " + property + " does not know " + value);
    }

    static QuickBooksFault noPostingType() {
        return new QuickBooksFault("2260", "Posting type missing", "PostingType must be Debit or Credit on each line");
    }

    static QuickBooksFault negativeAmount() {
        return new QuickBooksFault(
                "2290",
                "Amount is negative",
                "Amount of a line must be greater than zero; use the PostingType instead");
    }

    static QuickBooksFault unbalanced() {
        return new QuickBooksFault(
                "2300",
                "Total Debits is not equal to Total Credits",
                "Transaction is not in balance. Make sure the total amount in the debit column equals the total amount in"
                        + " the credit column.");
    }

    /** Kinds seen in production logs: Accounts, Klasses, Depts, Names [C]. */
    static QuickBooksFault badReference(String kind, String id) {
        return new QuickBooksFault(
                "2500", "Invalid Reference Id", "Invalid Reference Id : " + kind + " element id " + id + " not found");
    }

    static QuickBooksFault queryParse(String detail) {
        return new QuickBooksFault("4000", "Error parsing query", "QueryParserError: " + detail);
    }

    static QuickBooksFault queryInvalid(String detail) {
        return new QuickBooksFault("4001", "Invalid query", "QueryValidationError: " + detail);
    }

    /** Recorded wording, naming the other user [R]. */
    static QuickBooksFault stale(String otherUser) {
        return new QuickBooksFault(
                "5010",
                "Stale Object Error",
                "Stale Object Error : You and " + otherUser + " were working on this at the same time. " + otherUser
                        + " finished before you did, so your work was not saved.");
    }

    static QuickBooksFault business(String detail) {
        return new QuickBooksFault(
                "6000",
                "A business validation error has occurred while processing your request",
                "Business Validation Error: " + detail);
    }

    static QuickBooksFault accountType() {
        return new QuickBooksFault(
                "6010", "Invalid Account Type", "Either AccountType or AccountSubType must be supplied");
    }

    static QuickBooksFault duplicateNumber(String number, String type, long id) {
        return new QuickBooksFault(
                "6140",
                "Duplicate Document Number Error",
                "Duplicate Document Number Error : You must specify a different number. This number has already been used."
                        + " DocNumber=" + number + " is assigned to TxnType=" + type + " with TxnId=" + id);
    }

    static QuickBooksFault closedPeriod() {
        return new QuickBooksFault(
                "6200",
                "Account Period Closed",
                "The account period has closed and the account books cannot be updated.");
    }

    static QuickBooksFault closedPeriodWithPassword() {
        return new QuickBooksFault(
                "6210",
                "Account Period Closed, Cannot Update Through Services API",
                "The account period has closed and the account books cannot be updated through through the QBO Services"
                        + " API. Please use the QBO website to make these changes.");
    }

    static QuickBooksFault duplicateName() {
        return new QuickBooksFault(
                "6240",
                "Duplicate Name Exists Error",
                "The name supplied already exists. : Another customer, vendor or employee is already using this \\nname."
                        + " Please use a different name.");
    }
}
