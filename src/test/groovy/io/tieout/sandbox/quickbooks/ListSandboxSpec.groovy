package io.tieout.sandbox.quickbooks

class ListSandboxSpec extends QuickBooksSandboxSpecification {

  def "an account shows type, sub-type, classification, number and balance"() {
    given:
    posted()

    expect:
    def account = get('account/37').Account
    account.Name == 'Resident receivables (Entrata)'
    account.AccountType == 'Other Current Asset'
    account.Classification == 'Asset'
    account.AcctNum == '1200'
    account.CurrentBalance == 1450.0
    account.Active
    get('account/79').Account.CurrentBalance == 0
    get('account/2').Account.AccountSubType == 'RetainedEarnings'
  }

  def "lists can be added to, with unique names"() {
    expect:
    post('account', [Name: 'Suspense', AccountType: 'Other Current Asset', AcctNum: '1999']).Account.Classification == 'Asset'
    post('class', [Name: 'Willow Court']).Class.FullyQualifiedName == 'Willow Court'
    post('class', [Name: 'Phase 2', ParentRef: [value: '201'], SubClass: true]).Class.FullyQualifiedName == 'Cedar Ridge:Phase 2'
    post('department', [Name: 'South']).Department.Id
    post('vendor', [DisplayName: 'Greenline Grounds']).Vendor.Active
    post('customer', [DisplayName: 'Daniel Reyes']).Customer.Balance == 0
    code(post('class', [Name: 'Cedar Ridge'])) == '6240'
    code(post('vendor', [DisplayName: 'Maria Okafor'])) == '6240'
    code(post('account', [Name: 'Nothing'])) == '6010'
    code(post('account', [Name: 'Odd', AccountType: 'Banque'])) == '2170'
    code(post('vendor', [CompanyName: 'No display name'])) == '2020'
    code(post('class', [Name: 'X', Colour: 'red'])) == '2010'
    code(post('class?operation=delete', [Id: '201', SyncToken: '0'])) == '500'
  }

  def "deactivating adds ' (deleted)' to the name, frees it, and stops its use with 610"() {
    when:
    def gone = post('account?operation=update', [Id: '37', SyncToken: '0', sparse: true, Active: false]).Account

    then:
    !gone.Active
    gone.Name == 'Resident receivables (Entrata) (deleted)'
    gone.SyncToken == '1'
    def refused = post('journalentry', entry())
    code(refused) == '610'
    refused.Fault.Error[0].Detail.contains("made inactive")
    post('account', [Name: 'Resident receivables (Entrata)', AccountType: 'Other Current Asset']).Account.Id

    when:
    hand('settings', [inactiveAs610: false])

    then:
    code(post('journalentry', entry())) == '2500'
  }

  def "reactivating gives the name back"() {
    given:
    hand('deactivate-account', [id: '37'])

    expect:
    hand('reactivate', [type: 'Account', id: '37']).Account.Name == 'Resident receivables (Entrata)'
    posted()
  }

  def "an account can be re-typed by hand"() {
    expect:
    hand('retype-account', [id: '37', accountType: 'Fixed Asset']).Account.AccountType == 'Fixed Asset'
    get('account/37').Account.SyncToken == '1'
  }
}
