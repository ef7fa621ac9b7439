; Inno Setup 6. `python -m installer.packages setup` runs it and defines Version, Program, Output, Icon, Associations.
; It has not run here: Inno Setup is a program for Windows.

[Setup]
AppId={{58CAB482-67AF-4603-9ADA-28B844EA57CF}
AppName=AudioSep Desktop
AppVersion={#Version}
AppVerName=AudioSep Desktop {#Version}
AppPublisher=The AudioSep Desktop developers
VersionInfoVersion={#Version}
; For one person, without an administrator; for everyone if that is chosen.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
DefaultDirName={autopf}\AudioSep Desktop
DefaultGroupName=AudioSep
DisableProgramGroupPage=yes
LicenseFile={#Program}\_internal\LICENCES.txt
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\audiosep-desktop.exe
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
Compression=lzma2/max
SolidCompression=yes
LZMAUseSeparateProcess=yes
OutputDir={#Output}
OutputBaseFilename=audiosep-desktop-{#Version}-windows-setup

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[Tasks]
Name: "associate"; Description: "Offer AudioSep under “Open with” of recordings, and open AudioSep projects with it"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

; A library that a newer version has no more must not stay beside the new ones.
[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Program}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\AudioSep"; Filename: "{app}\audiosep-desktop.exe"; AppUserModelID: "audiosep.desktop"
Name: "{autodesktop}\AudioSep"; Filename: "{app}\audiosep-desktop.exe"; Tasks: desktopicon

#include Associations

[Run]
Filename: "{app}\audiosep-desktop.exe"; Description: "{cm:LaunchProgram,AudioSep}"; Flags: nowait postinstall skipifsilent
