package import DialLanguage
package import DialRows

/// A function that a calculation can call by its name.
package protocol LanguageFunction: RowFunction {
  static var signature: Signature { get }
}

extension LanguageFunction {
  package static var name: String { signature.name }
}
