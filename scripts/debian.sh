# Sourced by what installs Debian's packages: debian_install NAME PACKAGE... installs those that are not there, as root.
debian_install() {
  local name=$1 package missing=()
  shift
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    echo "$name: all there ($*)"
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then
    echo "$name: needs root to install: ${missing[*]}" >&2
    exit 3
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  echo "$name: installed ${missing[*]}"
}
