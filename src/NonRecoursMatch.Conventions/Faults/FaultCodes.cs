namespace NonRecoursMatch.Conventions.Faults;

/// <summary>Every fault of an agreement or sidecar, by the name that people quote. Each has an <c>.expected</c> and an <c>.action</c> sentence.</summary>
public static class FaultCodes
{
    // The file itself.
    public const string Encoding = nameof(Encoding);
    public const string YamlSyntax = nameof(YamlSyntax);
    public const string YamlAlias = nameof(YamlAlias);
    public const string DuplicateKey = nameof(DuplicateKey);
    public const string TooDeep = nameof(TooDeep);
    public const string NotAMapping = nameof(NotAMapping);
    public const string SecretInAgreement = nameof(SecretInAgreement);

    // Its structure (convention.schema.json).
    public const string MissingKey = nameof(MissingKey);
    public const string UnknownKey = nameof(UnknownKey);
    public const string TextExpected = nameof(TextExpected);
    public const string WholeNumberExpected = nameof(WholeNumberExpected);
    public const string NumberExpected = nameof(NumberExpected);
    public const string FlagExpected = nameof(FlagExpected);
    public const string KeysExpected = nameof(KeysExpected);
    public const string ListExpected = nameof(ListExpected);
    public const string NotInList = nameof(NotInList);
    public const string WrongForm = nameof(WrongForm);
    public const string OutOfBounds = nameof(OutOfBounds);
    public const string Empty = nameof(Empty);
    public const string Repeated = nameof(Repeated);
    public const string BareSecret = nameof(BareSecret);

    // Territory and perimeter.
    public const string UnknownTerritory = nameof(UnknownTerritory);
    public const string TerritoryNotEstablished = nameof(TerritoryNotEstablished);
    public const string CogYear = nameof(CogYear);
    public const string LevelTooWide = nameof(LevelTooWide);
    public const string LevelNeedsList = nameof(LevelNeedsList);
    public const string QuartiersMissing = nameof(QuartiersMissing);
    public const string QuartiersForbidden = nameof(QuartiersForbidden);
    public const string QuartierCode = nameof(QuartierCode);
    public const string IrisOutside = nameof(IrisOutside);
    public const string QuartierColumn = nameof(QuartierColumn);
    public const string UnknownCommune = nameof(UnknownCommune);
    public const string CommuneNotCurrent = nameof(CommuneNotCurrent);
    public const string CommuneOutside = nameof(CommuneOutside);

    // Ground, roles and secrets.
    public const string WindowMissing = nameof(WindowMissing);
    public const string WindowForbidden = nameof(WindowForbidden);
    public const string WindowOrder = nameof(WindowOrder);
    public const string WindowWithoutText = nameof(WindowWithoutText);
    public const string ProcessorMissing = nameof(ProcessorMissing);
    public const string ProcessorForbidden = nameof(ProcessorForbidden);
    public const string KeyReferenceMissing = nameof(KeyReferenceMissing);
    public const string SecretWithSeparateRoles = nameof(SecretWithSeparateRoles);

    // Sources.
    public const string DuplicateSource = nameof(DuplicateSource);
    public const string SameFolder = nameof(SameFolder);
    public const string UnknownFormat = nameof(UnknownFormat);
    public const string FormatOfOtherKind = nameof(FormatOfOtherKind);
    public const string NirBasisMissing = nameof(NirBasisMissing);
    public const string NirBasisForbidden = nameof(NirBasisForbidden);
    public const string DisclosureTooHigh = nameof(DisclosureTooHigh);
    public const string BodyOfSeveralKinds = nameof(BodyOfSeveralKinds);
    public const string BodyOfSeveralLevels = nameof(BodyOfSeveralLevels);

    // Mappings of partners.
    public const string MappingField = nameof(MappingField);
    public const string MappingColumnTwice = nameof(MappingColumnTwice);
    public const string MappingColumnMissing = nameof(MappingColumnMissing);
    public const string MappingUnnamed = nameof(MappingUnnamed);
    public const string MappingWithoutCodes = nameof(MappingWithoutCodes);
    public const string MappingCode = nameof(MappingCode);
    public const string MappingWidthMissing = nameof(MappingWidthMissing);
    public const string MappingOverlap = nameof(MappingOverlap);
    public const string MappingFile = nameof(MappingFile);

    // Benefits, columns, contacts, calendar.
    public const string ContactWithoutSource = nameof(ContactWithoutSource);
    public const string UnknownTable = nameof(UnknownTable);
    public const string UnknownColumn = nameof(UnknownColumn);
    public const string IdentityColumn = nameof(IdentityColumn);
    public const string HeldColumn = nameof(HeldColumn);
    public const string NirColumn = nameof(NirColumn);
    public const string HealthColumn = nameof(HealthColumn);
    public const string PerimeterColumnMissing = nameof(PerimeterColumnMissing);
    public const string CalendarOfUnknownSource = nameof(CalendarOfUnknownSource);

    // An agreement that is valid, but not for what is asked.
    public const string MonthOutsideWindow = nameof(MonthOutsideWindow);
    public const string Expired = nameof(Expired);
    public const string RolesSeparate = nameof(RolesSeparate);
    public const string SecretReferenceMissing = nameof(SecretReferenceMissing);

    // The sidecar of an extract.
    public const string SidecarMissing = nameof(SidecarMissing);
    public const string SidecarSyntax = nameof(SidecarSyntax);
    public const string SidecarKeyMissing = nameof(SidecarKeyMissing);
    public const string SidecarWrongForm = nameof(SidecarWrongForm);
    public const string SidecarOtherFormat = nameof(SidecarOtherFormat);
    public const string SidecarOtherBody = nameof(SidecarOtherBody);
    public const string SidecarOtherConvention = nameof(SidecarOtherConvention);
    public const string SidecarOtherMonth = nameof(SidecarOtherMonth);
    public const string SidecarOtherCog = nameof(SidecarOtherCog);
    public const string SidecarTooOld = nameof(SidecarTooOld);
    public const string SidecarFromTheFuture = nameof(SidecarFromTheFuture);
    public const string SidecarTableMissing = nameof(SidecarTableMissing);
    public const string SidecarTableUnknown = nameof(SidecarTableUnknown);

    /// <summary>All of them, in this order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. typeof(FaultCodes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
}
