package io.tieout.sandbox.entrata.office;

import java.util.Map;

/**
 * One property as the organisation keeps it.
 *
 * @param id property id
 * @param name marketing name, by which alone getArPayments names it
 * @param lookupCode short code, for example {@code CEDR}
 * @param businessUnitCode accounting code
 * @param disabled hidden from getProperties unless {@code showAllStatus=1}
 * @param yearBuilt four digits
 * @param address where it stands
 * @param customKeys the client's own keys
 * @param unitTypes names by id
 * @param buildings names by id
 * @param floorplans names by id
 */
public record OfficeProperty(
        long id,
        String name,
        String lookupCode,
        String businessUnitCode,
        boolean disabled,
        String yearBuilt,
        Address address,
        Map<String, String> customKeys,
        Map<Long, String> unitTypes,
        Map<Long, String> buildings,
        Map<Long, String> floorplans) {

    /** Address of the site office. */
    public record Address(String street, String city, String state, String postalCode) {}
}
